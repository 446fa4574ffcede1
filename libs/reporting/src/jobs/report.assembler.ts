import { Inject, Injectable } from '@nestjs/common';
import { CreateEditionCommand } from '@konzeptwerkstatt/concept';
import type { EditionRecord } from '@konzeptwerkstatt/concept';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { chartsOf, ReportWriter } from '../commands/report.writer.js';
import { reportOf } from '../domain/report/report.js';
import { assemblyActor } from '../domain/report/report-assembly.js';
import type { ReportAssembly } from '../domain/report/report-assembly.js';
import { ReportAssemblyRepository } from '../persistence/report-assembly.repository.js';
import { ReportFactsReader } from '../queries/report-facts.reader.js';
import { ChartDrawer } from '../rendering/chart/chart-drawer.js';

/** How far a report is when all facts are read, when its charts are drawn, and when all is written; percent. */
const [READ, DRAWN, WRITTEN] = [20, 60, 95];

/** Longest writing of a report in milliseconds; it is one transaction. */
const writingMs = 60_000;

/**
 * Assembles a report as an edition of its own in the process of the concept: from then on it is a text like any other, which people write, take along,
 * adopt and publish. The next report of the same kind is the next edition of the same instrument. Rights are the caller's affair.
 */
@Injectable()
export class ReportAssembler {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(ReportFactsReader) private readonly facts: ReportFactsReader,
    @Inject(CreateEditionCommand) private readonly createEdition: CreateEditionCommand,
    @Inject(ChartDrawer) private readonly charts: ChartDrawer,
    @Inject(ReportWriter) private readonly writer: ReportWriter,
    @Inject(ReportAssemblyRepository) private readonly assemblies: ReportAssemblyRepository,
  ) {}

  /** All of the report, or nothing of it. @param onProgress told how far it is, in percent @throws Error when somebody else has finished it meanwhile */
  async assemble(wanted: ReportAssembly, edition: EditionRecord, onProgress: (progress: number) => Promise<void>): Promise<void> {
    const { id, kind, title, year, language } = wanted;
    const { municipalityId, processId, isExample, sourceNote } = edition;
    const actor = assemblyActor(wanted);
    const sections = reportOf(kind, await this.facts.find(actor, edition), language);
    await onProgress(READ);
    // Before the transaction: drawing takes longer than writing.
    const charts = chartsOf(sections);
    const pictures = await this.charts.draw(charts.map(({ svg }) => svg));
    await onProgress(DRAWN);
    const drawn = new Map(charts.map((chart, index) => [chart, pictures[index] ?? null]));
    const onSection = (done: number): Promise<void> => onProgress(Math.round(DRAWN + (done / sections.length) * (WRITTEN - DRAWN)));
    await this.unitOfWork.run({ actor }, async (unit) => {
      const report = await this.createEdition.run(unit, { municipalityId, processId, instrument: { kind, title, isTheOneOfItsProcess: true }, title, year, language, isExample, sourceNote }, actor);
      await this.writer.write(unit, report, sections, { drawn, actor, onSection });
      // Somebody else was faster: her report stays, this one goes with the transaction.
      if (!(await this.assemblies.finish(unit.tx, id, report.editionId))) throw new Error('The report was assembled meanwhile');
    }, { timeout: writingMs });
  }
}
