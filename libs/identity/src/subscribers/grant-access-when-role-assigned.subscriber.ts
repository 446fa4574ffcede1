import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { accessGranted, roleAssigned, roleWithdrawn, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { hasLaterEvent } from '@konzeptwerkstatt/platform-outbox';
import { grantsOfRole } from '../domain/role-grant.policy.js';
import { GrantRepository } from '../persistence/grant.repository.js';
import { announce, ROLE_ORIGIN } from './access-change.js';
import { PhaseAccess } from './phase-access.js';

type RoleAssigned = z.infer<typeof roleAssigned.schema>;

/** Writes the grants of a role that planning has assigned. */
@Injectable()
export class GrantAccessWhenRoleAssigned implements Subscriber<RoleAssigned> {
  readonly name = 'grant-access-when-role-assigned';
  readonly event = roleAssigned;

  constructor(
    @Inject(GrantRepository) private readonly grants: GrantRepository,
    @Inject(PhaseAccess) private readonly phases: PhaseAccess,
  ) {}

  async handle(tx: Transaction, event: EventEnvelope<RoleAssigned>): Promise<void> {
    // A retry after parking comes behind the withdrawal, and must not undo it.
    if (await hasLaterEvent(tx, event, roleWithdrawn)) return;
    const { subjectKind, subjectId, roleId } = event.payload;
    const origin = { municipalityId: event.municipalityId, subjectKind, subjectId, originKind: ROLE_ORIGIN, originId: roleId };
    for (const grant of grantsOfRole(event.payload)) await this.grants.insert(tx, origin, grant);
    // What an open phase gives to whoever holds a role follows it.
    await this.phases.follow(tx, event.municipalityId);
    await announce(tx, event, accessGranted);
  }
}
