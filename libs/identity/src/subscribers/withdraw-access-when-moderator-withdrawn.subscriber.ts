import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { moderatorWithdrawn, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { sendWakeUp } from '@konzeptwerkstatt/platform-outbox';
import { GrantRepository } from '../persistence/grant.repository.js';
import { MODERATOR_ORIGIN } from './access-change.js';

type ModeratorWithdrawn = z.infer<typeof moderatorWithdrawn.schema>;

/** Ends what somebody could do as moderator of a gathering. */
@Injectable()
export class WithdrawAccessWhenModeratorWithdrawn implements Subscriber<ModeratorWithdrawn> {
  readonly name = 'withdraw-access-when-moderator-withdrawn';
  readonly event = moderatorWithdrawn;

  constructor(@Inject(GrantRepository) private readonly grants: GrantRepository) {}

  async handle(tx: Transaction, { municipalityId, payload: { moderatorId, personId } }: EventEnvelope<ModeratorWithdrawn>): Promise<void> {
    await this.grants.end(tx, MODERATOR_ORIGIN, moderatorId);
    await sendWakeUp(tx, { kind: 'access', personId, municipalityId });
  }
}
