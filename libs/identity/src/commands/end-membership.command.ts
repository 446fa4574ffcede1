import { Inject, Injectable } from '@nestjs/common';
import { membershipEnded } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { lastAdministrator, notFound } from '../domain/identity.errors.js';
import { AdministratorRepository } from '../persistence/administrator.repository.js';
import { MembershipRepository } from '../persistence/membership.repository.js';
import { actingPerson } from './acting-person.js';
import { AdministratorAppointment } from './appoint-administrator.js';
import { MemberGate } from './member.gate.js';

/** Ends a membership: one's own, or somebody's in an organisation one administers. Open texts and sockets notice within two seconds. */
@Injectable()
export class EndMembershipCommand {
  constructor(
    @Inject(MemberGate) private readonly gate: MemberGate,
    @Inject(MembershipRepository) private readonly memberships: MembershipRepository,
    @Inject(AdministratorRepository) private readonly administrators: AdministratorRepository,
    @Inject(AdministratorAppointment) private readonly appointment: AdministratorAppointment,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @returns the organisation's id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError LAST_ADMINISTRATOR when nobody would be left to administer the municipality or the installation */
  async execute(context: CommandContext, membershipId: string): Promise<string> {
    const { personId, municipalityId: own } = actingPerson(context.actor);
    const membership = await this.memberships.find(membershipId);
    const isOwn = membership?.personId === personId;
    if (!membership || (!isOwn && membership.municipalityId !== own)) throw notFound();
    const { organisationId, municipalityId } = membership;
    if (!isOwn) await this.gate.requireAdminister(context.actor, organisationId);
    return this.work.run(context, async (unit) => {
      const { tx, events } = unit;
      const administered = await this.administrators.lockScopesOf(tx, membership.personId);
      const wasInAdministration = await this.memberships.isInAdministration(tx, municipalityId, membership.personId);
      if (!(await this.memberships.end(tx, membershipId))) throw notFound();
      // Administering a municipality is done for its administration, and ends with the last place there.
      if (wasInAdministration && !(await this.memberships.isInAdministration(tx, municipalityId, membership.personId))) await this.appointment.dismiss(unit, membership.personId, municipalityId);
      if (await this.administrators.isOneDeserted(tx, administered)) throw lastAdministrator();
      events.record(membershipEnded, { municipalityId, aggregateType: 'membership', aggregateId: membershipId, editionId: null, payload: { membershipId, organisationId, personId: membership.personId } });
      await sendWakeUp(tx, { kind: 'access', personId: membership.personId, municipalityId: null });
      return organisationId;
    });
  }
}
