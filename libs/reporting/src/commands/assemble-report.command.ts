import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import { CreateEditionCommand, VisibleEditionsReader } from '@konzeptwerkstatt/concept';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import type { ReportKind } from '../domain/report/report-facts.js';
import { reportOf } from '../domain/report/report.js';
import type { ReportLanguage } from '../domain/report/words/report-words.js';
import { ReportFactsReader } from '../queries/report-facts.reader.js';
import { ChartDrawer } from '../rendering/chart/chart-drawer.js';
import { chartsOf, ReportWriter } from './report.writer.js';

/** A report to be assembled from an edition's data. */
export interface AssembleReport {
  readonly editionId: string;
  readonly kind: ReportKind;
  readonly title: string;
  /** The year it stands for. */
  readonly year: number;
  /** Of the words that are made; what people wrote stays in theirs. */
  readonly language: ReportLanguage;
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
    @Inject(ChartDrawer) private readonly charts: ChartDrawer,
    @Inject(ReportWriter) private readonly writer: ReportWriter,
  ) {}

  /**
   * @returns the report's edition id
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE, YEAR_INVALID
   */
  async run(context: CommandContext, { editionId, kind, title, year, language }: AssembleReport): Promise<string> {
    const { actor } = context;
    const edition = await this.visible.findEdition(actor, editionId);
    if (edition === null) throw notFound();
    const { municipalityId, processId, isExample, sourceNote } = edition;
    await this.policy.require(actor, 'edition.edit', { municipalityId, processId, editionId });
    const sections = reportOf(kind, await this.facts.find(actor, edition), language);
    // Before the transaction: drawing takes longer than writing.
    const charts = chartsOf(sections);
    const pictures = await this.charts.draw(charts.map(({ svg }) => svg));
    const drawn = new Map(charts.map((chart, index) => [chart, pictures[index] ?? null]));
    return this.unitOfWork.run(context, async (unit) => {
      const report = await this.createEdition.run(unit, { municipalityId, processId, instrument: { kind, title, isTheOneOfItsProcess: true }, title, year, isExample, sourceNote }, actor);
      await this.writer.write(unit, report, sections, { drawn, actor });
      return report.editionId;
    });
  }
}
