import { Inject, Injectable } from '@nestjs/common';
import { newId, ValidationError } from '@konzeptwerkstatt/kernel';
import { organisationAdded, organisationChanged } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { isMailAddress } from '@konzeptwerkstatt/platform-mail';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { forbidden, notFound, organisationChangedMeanwhile, organisationNameTaken } from '../domain/identity.errors.js';
import { changedFields, detailProblems, nameKey, tidyDetails, type OrganisationDetails } from '../domain/organisation.entity.js';
import { OrganisationRepository } from '../persistence/organisation.repository.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { actingPerson } from './acting-person.js';

/** Which entry is changed, and the edition of it that the person saw. */
export interface EditedOrganisation {
  readonly organisationId: string;
  readonly revision: number;
}

function checked(details: OrganisationDetails): OrganisationDetails {
  const tidy = tidyDetails(details);
  const problems = detailProblems(tidy, isMailAddress);
  if (problems.length > 0) throw new ValidationError(problems);
  return tidy;
}

/** Adds an organisation to the municipality, or changes its entry. */
@Injectable()
export class SaveOrganisationCommand {
  constructor(
    @Inject(OrganisationRepository) private readonly organisations: OrganisationRepository,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @returns the new organisation's id @throws ValidationError of `detailProblems`, ORGANISATION_NAME_TAKEN; ApplicationError FORBIDDEN */
  async add(context: CommandContext, typed: OrganisationDetails): Promise<string> {
    const { municipalityId } = actingPerson(context.actor);
    await this.policy.require(context.actor, 'organisation.manage', { municipalityId });
    const details = checked(typed);
    return this.work.run(context, async ({ tx, events }) => {
      await this.organisations.lock(tx, municipalityId);
      const all = await this.organisations.findAll(tx, municipalityId);
      if (all.some(({ name }) => nameKey(name) === nameKey(details.name))) throw organisationNameTaken();
      const id = newId();
      await this.organisations.insertMany(tx, municipalityId, [{ ...details, id }]);
      events.record(organisationAdded, { municipalityId, aggregateType: 'organisation', aggregateId: id, editionId: null, payload: { organisationId: id } });
      return id;
    });
  }

  /**
   * Its own administrator may change everything but name and kind, which say what others joined in with.
   * @throws ValidationError of `detailProblems`, ORGANISATION_NAME_TAKEN, ORGANISATION_CHANGED; ApplicationError FORBIDDEN, NOT_FOUND
   */
  async change(context: CommandContext, { organisationId, revision }: EditedOrganisation, typed: OrganisationDetails): Promise<string> {
    const { municipalityId } = actingPerson(context.actor);
    await this.policy.require(context.actor, 'organisation.administer', { municipalityId, organisationId });
    const mayRename = await this.policy.can(context.actor, 'organisation.manage', { municipalityId });
    const details = checked(typed);
    return this.work.run(context, async ({ tx, events }) => {
      await this.organisations.lock(tx, municipalityId);
      const all = await this.organisations.findAll(tx, municipalityId);
      const before = all.find(({ id, isRemoved }) => id === organisationId && !isRemoved);
      if (!before) throw notFound();
      if (before.revision !== revision) throw organisationChangedMeanwhile();
      const changed = changedFields(before, details);
      if (!mayRename && (changed.includes('name') || changed.includes('kind'))) throw forbidden();
      if (all.some(({ id, name }) => id !== organisationId && nameKey(name) === nameKey(details.name))) throw organisationNameTaken();
      if (changed.length === 0) return organisationId;
      await this.organisations.updateMany(tx, municipalityId, [{ ...details, id: organisationId }]);
      events.record(organisationChanged, { municipalityId, aggregateType: 'organisation', aggregateId: organisationId, editionId: null, payload: { organisationId } });
      return organisationId;
    });
  }
}
