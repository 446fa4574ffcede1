import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { phaseClosed, phaseOpened, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { hasLaterEvent } from '@konzeptwerkstatt/platform-outbox';
import { PhaseAccess } from './phase-access.js';

type PhaseClosed = z.infer<typeof phaseClosed.schema>;

/** Ends the grants of a phase that planning has closed. */
@Injectable()
export class WithdrawAccessWhenPhaseClosed implements Subscriber<PhaseClosed> {
  readonly name = 'withdraw-access-when-phase-closed';
  readonly event = phaseClosed;

  constructor(@Inject(PhaseAccess) private readonly access: PhaseAccess) {}

  async handle(tx: Transaction, event: EventEnvelope<PhaseClosed>): Promise<void> {
    if (await hasLaterEvent(tx, event, phaseOpened)) return;
    await this.access.close(tx, event.municipalityId, event.payload.phaseId);
  }
}
