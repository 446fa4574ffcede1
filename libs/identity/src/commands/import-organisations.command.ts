import { Inject, Injectable } from '@nestjs/common';
import { newId, ValidationError, type UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { organisationAdded, organisationChanged } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { isMailAddress } from '@konzeptwerkstatt/platform-mail';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { importOutcomes, type ImportRow, type RowOutcome } from '../domain/organisation-import.policy.js';
import { OrganisationRepository, type StoredOrganisation } from '../persistence/organisation.repository.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { assertImportable } from '../queries/preview-organisation-import.query.js';
import { actingPerson } from './acting-person.js';

/** What an import did. */
export interface ImportedOrganisations {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

function refusals(outcomes: readonly RowOutcome[]): UserErrorDetail[] {
  return outcomes.flatMap(({ line, problems }) => problems.map((problem) => ({ ...problem, path: ['rows', String(line), ...problem.path] })));
}

const storable = (outcomes: readonly RowOutcome[], wanted: RowOutcome['outcome']): StoredOrganisation[] =>
  outcomes.flatMap(({ outcome, organisationId, details }) => (outcome === wanted && details ? [{ ...details, id: organisationId ?? newId() }] : []));

/** Takes over a list of organisations: all of it or nothing. What it does is decided anew under the lock, whatever the preview said. */
@Injectable()
export class ImportOrganisationsCommand {
  constructor(
    @Inject(OrganisationRepository) private readonly organisations: OrganisationRepository,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @throws ValidationError with every problem of every row; ApplicationError FORBIDDEN, BAD_USER_INPUT */
  async execute(context: CommandContext, rows: readonly ImportRow[]): Promise<ImportedOrganisations> {
    const { municipalityId } = actingPerson(context.actor);
    await this.policy.require(context.actor, 'organisation.manage', { municipalityId });
    assertImportable(rows);
    return this.work.run(context, async ({ tx, events }) => {
      await this.organisations.lock(tx, municipalityId);
      const outcomes = importOutcomes(rows, await this.organisations.findAll(tx, municipalityId), isMailAddress);
      const problems = refusals(outcomes);
      if (problems.length > 0) throw new ValidationError(problems);
      const [added, changed] = [storable(outcomes, 'new'), storable(outcomes, 'changed')];
      if (added.length > 0) await this.organisations.insertMany(tx, municipalityId, added);
      if (changed.length > 0) await this.organisations.updateMany(tx, municipalityId, changed);
      for (const [contract, organisations] of [[organisationAdded, added], [organisationChanged, changed]] as const) {
        for (const { id } of organisations) events.record(contract, { municipalityId, aggregateType: 'organisation', aggregateId: id, editionId: null, payload: { organisationId: id } });
      }
      return { added: added.length, changed: changed.length, unchanged: outcomes.length - added.length - changed.length };
    });
  }
}
