import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { accessWithdrawn, roleWithdrawn, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { GrantRepository } from '../persistence/grant.repository.js';
import { announce, ROLE_ORIGIN } from './access-change.js';
import { PhaseAccess } from './phase-access.js';

type RoleWithdrawn = z.infer<typeof roleWithdrawn.schema>;

/** Ends the grants of a role that planning has withdrawn. */
@Injectable()
export class WithdrawAccessWhenRoleWithdrawn implements Subscriber<RoleWithdrawn> {
  readonly name = 'withdraw-access-when-role-withdrawn';
  readonly event = roleWithdrawn;

  constructor(
    @Inject(GrantRepository) private readonly grants: GrantRepository,
    @Inject(PhaseAccess) private readonly phases: PhaseAccess,
  ) {}

  async handle(tx: Transaction, event: EventEnvelope<RoleWithdrawn>): Promise<void> {
    await this.grants.end(tx, ROLE_ORIGIN, event.payload.roleId);
    // What an open phase gives to whoever holds a role follows it.
    await this.phases.follow(tx, event.municipalityId);
    await announce(tx, event, accessWithdrawn);
  }
}
