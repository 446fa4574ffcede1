import { Inject, Injectable } from '@nestjs/common';
import { membershipRoleSet } from '@konzeptwerkstatt/contracts';
import type { MembershipRole, Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { notFound } from '../domain/identity.errors.js';
import { MembershipRepository } from '../persistence/membership.repository.js';
import { actingPerson } from './acting-person.js';
import { MemberGate } from './member.gate.js';

/** Lets a member administer her organisation, or no longer. */
@Injectable()
export class SetMembershipRoleCommand {
  constructor(
    @Inject(MemberGate) private readonly gate: MemberGate,
    @Inject(MembershipRepository) private readonly memberships: MembershipRepository,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @returns the organisation's id @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async execute(context: CommandContext, membershipId: string, role: MembershipRole): Promise<string> {
    const { municipalityId } = actingPerson(context.actor);
    const membership = await this.memberships.find(membershipId);
    if (!membership || membership.municipalityId !== municipalityId) throw notFound();
    const { organisationId, personId } = membership;
    await this.gate.requireAdminister(context.actor, organisationId);
    return this.work.run(context, async ({ tx, events }) => {
      if (!(await this.memberships.setRole(tx, membershipId, role))) return organisationId;
      events.record(membershipRoleSet, { municipalityId, aggregateType: 'membership', aggregateId: membershipId, editionId: null, payload: { membershipId, organisationId, role } });
      await sendWakeUp(tx, { kind: 'access', personId, municipalityId: null });
      return organisationId;
    });
  }
}
