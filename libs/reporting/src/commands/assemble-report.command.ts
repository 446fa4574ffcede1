import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import { AddSectionCommand, CreateEditionCommand, FillSectionCommand, VisibleEditionsReader } from '@konzeptwerkstatt/concept';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import type { ReportKind } from '../domain/report/report-facts.js';
import { reportOf } from '../domain/report/report.js';
import { ReportFactsReader } from '../queries/report-facts.reader.js';

/** A report to be assembled from an edition's data. */
export interface AssembleReport {
  readonly editionId: string;
  readonly kind: ReportKind;
  readonly title: string;
  /** The year it stands for. */
  readonly year: number;
}

/**
 * Assembles a report as an edition of its own in the process of the concept: from then on it is a text like any other, which people write, take along,
 * adopt and publish. The next report of the same kind is the next edition of the same instrument.
 */
@Injectable()
export class AssembleReportCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(VisibleEditionsReader) private readonly visible: VisibleEditionsReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(ReportFactsReader) private readonly facts: ReportFactsReader,
    @Inject(CreateEditionCommand) private readonly createEdition: CreateEditionCommand,
    @Inject(AddSectionCommand) private readonly addSection: AddSectionCommand,
    @Inject(FillSectionCommand) private readonly fillSection: FillSectionCommand,
  ) {}

  /**
   * @returns the report's edition id
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE, YEAR_INVALID
   */
  async run(context: CommandContext, { editionId, kind, title, year }: AssembleReport): Promise<string> {
    const { actor } = context;
    const edition = await this.visible.findEdition(actor, editionId);
    if (edition === null) throw notFound();
    const { municipalityId, processId, isExample, sourceNote } = edition;
    await this.policy.require(actor, 'edition.edit', { municipalityId, processId, editionId });
    const sections = reportOf(kind, await this.facts.find(actor, edition));
    return this.unitOfWork.run(context, async (unit) => {
      const report = await this.createEdition.run(unit, { municipalityId, processId, instrument: { kind, title, isTheOneOfItsProcess: true }, title, year, isExample, sourceNote }, actor);
      for (const section of sections) {
        const sectionId = await this.addSection.add(unit, report, { editionId: report.editionId, kind: 'chapter', title: section.title }, actor);
        await this.fillSection.run(unit, sectionId, section.blocks, actor);
      }
      return report.editionId;
    });
  }
}
