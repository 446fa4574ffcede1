import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { lastAdministrator, notFound, notInAdministration } from '../domain/identity.errors.js';
import { AdministratorRepository } from '../persistence/administrator.repository.js';
import { GrantRepository } from '../persistence/grant.repository.js';
import { MembershipRepository, type PresentMembership } from '../persistence/membership.repository.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { actingPerson } from './acting-person.js';
import { AdministratorAppointment } from './appoint-administrator.js';

/** Hands the administration of a municipality on to colleagues in its administration, and takes it back. */
@Injectable()
export class HandOnAdministrationCommand {
  constructor(
    @Inject(MembershipRepository) private readonly memberships: MembershipRepository,
    @Inject(GrantRepository) private readonly grants: GrantRepository,
    @Inject(AdministratorRepository) private readonly administrators: AdministratorRepository,
    @Inject(AdministratorAppointment) private readonly appointment: AdministratorAppointment,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @returns the organisation's id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError NOT_IN_ADMINISTRATION */
  async appoint(context: CommandContext, membershipId: string): Promise<string> {
    const { municipalityId, organisationId, personId } = await this.requireMembership(context.actor, membershipId);
    return this.work.run(context, async (unit) => {
      if (!(await this.memberships.isInAdministration(unit.tx, municipalityId, personId))) throw notInAdministration();
      // Whoever is appointed by hand does not lose her place because of a group.
      await this.memberships.keepByHand(unit.tx, membershipId);
      if (!(await this.grants.hasAdministration(unit.tx, personId, municipalityId))) await this.appointment.appointForMunicipality(unit, personId, municipalityId);
      return organisationId;
    });
  }

  /** @returns the organisation's id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError LAST_ADMINISTRATOR */
  async dismiss(context: CommandContext, membershipId: string): Promise<string> {
    const { municipalityId, organisationId, personId } = await this.requireMembership(context.actor, membershipId);
    return this.work.run(context, async (unit) => {
      const administered = await this.administrators.lockScopesOf(unit.tx, personId);
      await this.appointment.dismiss(unit, personId, municipalityId);
      if (await this.administrators.isOneDeserted(unit.tx, administered)) throw lastAdministrator();
      return organisationId;
    });
  }

  private async requireMembership(actor: Actor, membershipId: string): Promise<PresentMembership> {
    const { municipalityId } = actingPerson(actor);
    const membership = await this.memberships.find(membershipId);
    if (membership?.municipalityId !== municipalityId) throw notFound();
    await this.policy.require(actor, 'municipality.administer', { municipalityId });
    return membership;
  }
}
