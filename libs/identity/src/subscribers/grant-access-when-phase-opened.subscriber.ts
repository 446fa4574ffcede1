import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { phaseClosed, phaseOpened, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { hasLaterEvent } from '@konzeptwerkstatt/platform-outbox';
import { PhaseAccess } from './phase-access.js';

type PhaseOpened = z.infer<typeof phaseOpened.schema>;

/** Writes the grants of a phase that planning has opened. */
@Injectable()
export class GrantAccessWhenPhaseOpened implements Subscriber<PhaseOpened> {
  readonly name = 'grant-access-when-phase-opened';
  readonly event = phaseOpened;

  constructor(@Inject(PhaseAccess) private readonly access: PhaseAccess) {}

  async handle(tx: Transaction, event: EventEnvelope<PhaseOpened>): Promise<void> {
    // A retry after parking comes behind what happened since, and must not undo it.
    if ((await hasLaterEvent(tx, event, phaseClosed)) || (await hasLaterEvent(tx, event, phaseOpened))) return;
    await this.access.open(tx, { ...event.payload, municipalityId: event.municipalityId });
  }
}
