import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import { applyFileImportJob } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { monitoringError } from '../../domain/monitoring.errors.js';
import { OBSERVATION_IMPORT } from '../../domain/observation-import.js';
import type { ObservationImport } from '../../domain/observation-import.js';
import { parseObservationPeriod } from '../../domain/observation-period.policy.js';
import { recogniseAt } from '../../domain/statistics-file/recognise.js';
import type { StatisticsPlan } from '../../domain/statistics-file/statistics-plan.js';
import { dataRows, headsOf, isPossibleReading } from '../../domain/statistics-file/statistics-reading.js';
import type { ColumnMeaning, StatisticsReading } from '../../domain/statistics-file/statistics-reading.js';
import { plainWords } from '../../domain/statistics-file/statistics-sheet.js';
import type { StatisticsSheet } from '../../domain/statistics-file/statistics-sheet.js';
import { ObservationImportRepository } from '../../persistence/observation-import.repository.js';
import type { SaidWords } from '../../persistence/observation-import.repository.js';
import { ObservationImportReader } from '../../queries/observation-import.reader.js';

/** How a file is to be understood; without columns they are taken for what they are called. */
export type SaidStatisticsReading = Omit<StatisticsReading, 'columns' | 'form'> & { readonly columns: readonly ColumnMeaning[] | null };

/** How many values somebody has seen that a file would add and change. */
export interface ExpectedCounts {
  readonly new: number;
  readonly changed: number;
}

const isPeriod = (period: string | null | undefined): boolean => !period || typeof parseObservationPeriod(period) !== 'string';
const isDay = (day: string | null): boolean => day === null || (/^\d{4}-\d{2}-\d{2}$/.test(day) && isPeriod(day));

/** What people say of their file, and that it is taken over. */
@Injectable()
export class DecideObservationImportCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly reader: ObservationImportReader,
    private readonly imports: ObservationImportRepository,
  ) {}

  /** Notes how the file is to be understood. @returns the import's id @throws ApplicationError NOT_FOUND; ValidationError IMPORT_NOT_READY, READING_INVALID, PERIOD_INVALID, DATE_INVALID */
  async read(context: CommandContext, importId: string, said: SaidStatisticsReading): Promise<string> {
    const found = await this.get(context, importId);
    const sheets = await this.reader.sheets(found, said.encoding);
    const reading = { ...said, form: found.reading?.form ?? 'long', columns: said.columns ?? [] };
    // Only where nothing says how a text is written somebody else can say it.
    const isEncodingOpen = said.encoding === null || found.encoding === 'windows-1252';
    if (!isEncodingOpen || !isPossibleReading(sheets, reading)) throw monitoringError('READING_INVALID', ['columns']);
    if (!isPeriod(said.defaults.period) || !reading.columns.every(({ period }) => isPeriod(period))) throw monitoringError('PERIOD_INVALID', ['period']);
    if (!isDay(said.defaults.retrievedOn)) throw monitoringError('DATE_INVALID', ['retrievedOn']);
    return this.unitOfWork.run(context, async ({ tx }) => {
      const understood = said.columns === null ? { ...recogniseAt(sheets, said, found.fileName, await this.reader.forGuess(tx, found.municipalityId)), indicators: said.indicators, encoding: said.encoding } : reading;
      if (!(await this.imports.noteReading(tx, importId, understood))) throw monitoringError('IMPORT_NOT_READY', []);
      return importId;
    });
  }

  /**
   * Decides that the file is taken over, all or nothing; a job does it. What its columns are is remembered for the next file.
   * @param expected what was seen; when the file would do something else by now it is to be looked at again
   * @returns the import's id @throws ApplicationError NOT_FOUND; ValidationError VALUES_REFUSED, NOTHING_TO_APPLY, PLAN_CHANGED, TOO_MANY_VALUES, IMPORT_NOT_READY
   */
  async apply(context: CommandContext, importId: string, expected: ExpectedCounts): Promise<string> {
    const found = await this.get(context, importId);
    const plan = found.state === 'ready' ? await this.applicable(found, expected) : null;
    const sheets = await this.reader.sheets(found);
    return this.unitOfWork.run(context, async ({ tx, jobs }) => {
      const decided = plan === null ? false : await this.imports.decide(tx, importId, { fingerprint: plan.fingerprint, planned: plan.counts.new + plan.counts.changed });
      if (!decided) throw monitoringError('IMPORT_NOT_READY', []);
      await this.imports.remember(tx, found.municipalityId, saidWords(sheets, found));
      jobs.enqueueAfterCommit(applyFileImportJob, { kind: OBSERVATION_IMPORT, importId });
      return importId;
    });
  }

  private async applicable(found: ObservationImport, expected: ExpectedCounts): Promise<StatisticsPlan> {
    const { plan } = await this.reader.plan(found);
    if (plan === null) throw monitoringError('TOO_MANY_VALUES', []);
    if (plan.counts.refused > 0) throw monitoringError('VALUES_REFUSED', []);
    if (plan.counts.new + plan.counts.changed === 0) throw monitoringError('NOTHING_TO_APPLY', []);
    if (plan.counts.new !== expected.new || plan.counts.changed !== expected.changed) throw monitoringError('PLAN_CHANGED', []);
    return plan;
  }

  private async get({ actor }: CommandContext, importId: string): Promise<ObservationImport> {
    const found = await this.reader.find(actor, importId);
    if (found === null) throw notFound();
    return found;
  }
}

/** What is remembered of a reading: the meaning of each head, also that it means nothing, and the indicators that words are. */
function saidWords(sheets: readonly StatisticsSheet[], { reading }: ObservationImport): SaidWords {
  const sheet = reading === null ? undefined : sheets[reading.sheet];
  if (reading === null || sheet === undefined || dataRows(sheet, reading).length === 0) return { columns: new Map(), indicators: new Map() };
  const byColumn = new Map(reading.columns.map(({ column, ...meaning }) => [column, meaning]));
  // A flat file says itself what its columns are.
  const heads = reading.form === 'genesis_flat' || reading.form === 'own' ? [] : headsOf(sheet, reading);
  const columns = heads.flatMap((head, column): [string, Omit<ColumnMeaning, 'column'> | null][] => (plainWords(head) === '' ? [] : [[plainWords(head), byColumn.get(column) ?? null]]));
  return { columns: new Map(columns), indicators: new Map(reading.indicators.map(({ words, indicatorId }) => [plainWords(words), indicatorId])) };
}
