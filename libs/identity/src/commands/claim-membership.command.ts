import { Inject, Injectable } from '@nestjs/common';
import { membershipBegan, membershipClaimDecided, membershipClaimed } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { alreadyClaimed, alreadyMember, notFound, organisationUnknown } from '../domain/identity.errors.js';
import { MembershipRepository } from '../persistence/membership.repository.js';
import { IdentityReader } from '../queries/identity.reader.js';
import { actingPerson } from './acting-person.js';
import { MemberGate } from './member.gate.js';

/** What people say of belonging to an organisation, and what the organisation or the office says to it. Said alone, it gives no right at all. */
@Injectable()
export class ClaimMembershipCommand {
  constructor(
    @Inject(MemberGate) private readonly gate: MemberGate,
    @Inject(MembershipRepository) private readonly memberships: MembershipRepository,
    @Inject(IdentityReader) private readonly reader: IdentityReader,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @returns the claim's id @throws ValidationError UNKNOWN_ORGANISATION, ALREADY_MEMBER, ALREADY_CLAIMED */
  async claim(context: CommandContext, organisationId: string): Promise<string> {
    const { personId, municipalityId } = actingPerson(context.actor);
    const [organisation] = await this.reader.organisationsByIds(municipalityId, [organisationId]);
    if (!organisation) throw organisationUnknown();
    return this.work.run(context, async ({ tx, events }) => {
      if (await this.memberships.isMember(tx, { municipalityId, organisationId, personId })) throw alreadyMember('organisationId');
      const claimId = await this.memberships.claim(tx, { municipalityId, organisationId, personId });
      if (claimId === null) throw alreadyClaimed();
      events.record(membershipClaimed, { municipalityId, aggregateType: 'membership-claim', aggregateId: claimId, editionId: null, payload: { claimId, organisationId } });
      return claimId;
    });
  }

  /** Confirms or declines; who said it takes it back by declining. @returns the organisation's id @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async decide(context: CommandContext, claimId: string, isConfirmed: boolean): Promise<string> {
    const { personId, municipalityId } = actingPerson(context.actor);
    const claim = await this.memberships.findClaim(claimId);
    const isTakenBack = claim?.personId === personId && !isConfirmed;
    if (!claim || (!isTakenBack && claim.municipalityId !== municipalityId)) throw notFound();
    if (!isTakenBack) await this.gate.requireAdminister(context.actor, claim.organisationId);
    return this.work.run(context, async ({ tx, events }) => {
      if (!(await this.memberships.decide(tx, claimId, isConfirmed))) throw notFound();
      const facts = { municipalityId: claim.municipalityId, editionId: null };
      events.record(membershipClaimDecided, { ...facts, aggregateType: 'membership-claim', aggregateId: claimId, payload: { claimId, isConfirmed } });
      if (!isConfirmed) return claim.organisationId;
      const membershipId = await this.memberships.begin(tx, { ...claim, role: 'member' });
      events.record(membershipBegan, { ...facts, aggregateType: 'membership', aggregateId: membershipId, payload: { membershipId, organisationId: claim.organisationId, personId: claim.personId } });
      await sendWakeUp(tx, { kind: 'access', personId: claim.personId, municipalityId: null });
      return claim.organisationId;
    });
  }
}
