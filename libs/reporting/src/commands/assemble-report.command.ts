import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, newRandomId, notFound } from '@konzeptwerkstatt/kernel';
import { CreateEditionCommand, VisibleEditionsReader } from '@konzeptwerkstatt/concept';
import { assembleReportJob } from '@konzeptwerkstatt/contracts';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { MAX_UNFINISHED_ASSEMBLIES } from '../domain/report/report-assembly.js';
import type { ReportAssembly } from '../domain/report/report-assembly.js';
import { reportingError } from '../domain/reporting.errors.js';
import { ReportAssemblyRepository } from '../persistence/report-assembly.repository.js';

/** A report to be assembled from an edition's data. */
export type AssembleReport = Pick<ReportAssembly, 'editionId' | 'kind' | 'title' | 'year' | 'language'>;

/** Asks for a report; a job assembles it. */
@Injectable()
export class AssembleReportCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(VisibleEditionsReader) private readonly visible: VisibleEditionsReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(CreateEditionCommand) private readonly createEdition: CreateEditionCommand,
    @Inject(ReportAssemblyRepository) private readonly assemblies: ReportAssemblyRepository,
  ) {}

  /**
   * @returns the id by which it can be asked how far the report is
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE, YEAR_INVALID, TOO_MANY_REPORTS
   */
  async run(context: CommandContext, wanted: AssembleReport): Promise<string> {
    const { actor } = context;
    const edition = await this.visible.findEdition(actor, wanted.editionId);
    if (edition === null) throw notFound();
    const { municipalityId, processId, editionId } = edition;
    await this.policy.require(actor, 'edition.edit', { municipalityId, processId, editionId });
    const { personId } = actor;
    if (personId === null) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    this.createEdition.check({ instrument: wanted, title: wanted.title, year: wanted.year });
    const id = newRandomId();
    return this.unitOfWork.run(context, async ({ tx, jobs }) => {
      if ((await this.assemblies.countUnfinished(tx, municipalityId, personId)) >= MAX_UNFINISHED_ASSEMBLIES) throw reportingError('TOO_MANY_REPORTS', []);
      await this.assemblies.insert(tx, { id, ...wanted, municipalityId, requestedBy: personId, actingOrganisationId: actor.organisationId });
      jobs.enqueueAfterCommit(assembleReportJob, { assemblyId: id });
      return id;
    });
  }
}
