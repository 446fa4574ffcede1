import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { resolutionRecorded, type EventEnvelope, type NewEvent, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { appendEvents } from '@konzeptwerkstatt/platform-outbox';
import { FreezeEditionCommand } from '../commands/freeze-edition.command.js';

type ResolutionRecorded = z.infer<typeof resolutionRecorded.schema>;

/** Freezes an edition once a resolution has adopted it. In the delivery's own transaction, so that a process that dies in between leaves nothing half done. */
@Injectable()
export class FreezeEditionWhenAdopted implements Subscriber<ResolutionRecorded> {
  readonly name = 'freeze-edition-when-adopted';
  readonly event = resolutionRecorded;
  /** All texts of an edition, some of which may have to be waited for. */
  readonly transactionMs = 28_000;

  constructor(private readonly freezing: FreezeEditionCommand) {}

  async handle(tx: Transaction, { id, municipalityId, actor, correlationId, payload }: EventEnvelope<ResolutionRecorded>): Promise<void> {
    if (!payload.adopts) return;
    const events: NewEvent[] = [];
    await this.freezing.run({ tx, events: { add: (...more) => void events.push(...more) } }, { municipalityId, editionId: payload.editionId }, actor);
    await appendEvents(tx, events.map((event) => ({ ...event, causationId: id })), correlationId);
  }
}
