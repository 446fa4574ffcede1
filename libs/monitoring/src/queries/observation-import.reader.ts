import { Injectable } from '@nestjs/common';
import { municipalClock, systemClock } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { IndicatorGate } from '../commands/indicator.gate.js';
import { isOpenToOthers } from '../domain/observation-import.js';
import type { ObservationImport, RecentObservationImport } from '../domain/observation-import.js';
import type { GuessSurroundings } from '../domain/statistics-file/column-guess.js';
import { indicatorWordsOf } from '../domain/statistics-file/indicator-column.js';
import type { KnownIndicator } from '../domain/statistics-file/indicator-words.js';
import type { KnownRegion } from '../domain/statistics-file/region-cell.js';
import { sheetsIn } from '../domain/statistics-file/said-encoding.js';
import { planStatistics } from '../domain/statistics-file/statistics-plan.js';
import type { PlannedValue, StatisticsPlan } from '../domain/statistics-file/statistics-plan.js';
import type { StatisticsSheet } from '../domain/statistics-file/statistics-sheet.js';
import { readValues } from '../domain/statistics-file/statistics-values.js';
import { ObservationImportRepository } from '../persistence/observation-import.repository.js';
import { StatisticsSurroundingsRepository } from '../persistence/statistics-surroundings.repository.js';
import { SuppressionReader } from './suppression.reader.js';

/** What a file would do, with what its values are about; null: it holds more values than a plan does. */
export interface PlannedFile {
  readonly plan: StatisticsPlan | null;
  /** Words in the indicator column. */
  readonly indicatorWords: readonly { readonly words: string; readonly count: number }[];
  readonly indicators: readonly KnownIndicator[];
  readonly regions: readonly KnownRegion[];
}

/** Reads statistics files as those may see them who record values, and what they would do to the values as they are now. */
@Injectable()
export class ObservationImportReader {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly imports: ObservationImportRepository,
    private readonly surroundings: StatisticsSurroundingsRepository,
    private readonly gate: IndicatorGate,
    private readonly suppression: SuppressionReader,
  ) {}

  /** As long as one may record values, one's own file and what others have taken over; null otherwise. */
  async find(actor: Actor | null, id: string): Promise<ObservationImport | null> {
    if (actor === null || actor.personId === null) return null;
    const found = await this.imports.find(this.database.client, id);
    if (found === null || found.municipalityId !== actor.municipalityId || (found.requestedBy !== actor.personId && !isOpenToOthers(found))) return null;
    return (await this.gate.mayRecord(actor, found.municipalityId)) ? found : null;
  }

  /** The files that were brought within a month, for all who may record values. */
  async findRecent(actor: Actor | null): Promise<RecentObservationImport[]> {
    const municipalityId = actor?.municipalityId ?? null;
    if (actor === null || municipalityId === null || !(await this.gate.mayRecord(actor, municipalityId))) return [];
    return this.imports.findRecent(this.database.client, municipalityId);
  }

  /** What stands in the file. @param encoding left out: as somebody has said, or as it was recognised */
  async sheets({ id, reading }: Pick<ObservationImport, 'id' | 'reading'>, encoding = reading?.encoding ?? null): Promise<readonly StatisticsSheet[]> {
    return sheetsIn(await this.imports.sheets(this.database.client, id), encoding);
  }

  /** The regions that values can be about, the own one first. */
  async regions({ municipalityId }: Pick<ObservationImport, 'municipalityId'>): Promise<readonly KnownRegion[]> {
    const [regions, own] = [await this.surroundings.findRegions(this.database.client), await this.surroundings.findOwnRegionId(this.database.client, municipalityId)];
    return [...regions.filter(({ id }) => id === own), ...regions.filter(({ id }) => id !== own)];
  }

  /** What a first guess is held against. */
  async forGuess(tx: Transaction, municipalityId: string): Promise<GuessSurroundings> {
    return { indicators: await this.surroundings.findIndicators(tx, municipalityId), regions: await this.surroundings.findRegions(tx), remembered: await this.imports.remembered(tx, municipalityId), ownRegionId: await this.surroundings.findOwnRegionId(tx, municipalityId) };
  }

  /** What the file would do, as it is understood now. @param tx left out: outside of any transaction */
  async plan(file: ObservationImport, tx: Transaction = this.database.client): Promise<PlannedFile> {
    return this.planOf(file, sheetsIn(await this.imports.sheets(tx, file.id), file.reading?.encoding ?? null), tx);
  }

  /** The same of what was read of the file already. @param sheets as `sheets` gives them */
  async planOf({ municipalityId, reading }: ObservationImport, sheets: readonly StatisticsSheet[], tx: Transaction = this.database.client): Promise<PlannedFile> {
    const [indicators, regions] = [await this.surroundings.findIndicators(tx, municipalityId), await this.surroundings.findRegions(tx)];
    const sheet = reading === null ? undefined : sheets[reading.sheet];
    const values = reading === null || sheet === undefined ? [] : readValues(sheet, reading, { indicators, regions });
    const indicatorWords = reading === null || sheet === undefined ? [] : indicatorWordsOf(sheet, reading);
    if (values === null) return { plan: null, indicatorWords, indicators, regions };
    const named = [...new Set(values.flatMap(({ indicatorId }) => indicatorId ?? []))];
    const standing = await this.surroundings.findStanding(tx, municipalityId, named);
    return { plan: planStatistics(values, { indicators, standing, today: municipalClock(systemClock.now()).day }), indicatorWords, indicators, regions };
  }

  /** What stands in the place of planned values, by the id of what stands; without what is withheld because it tells of too few people. */
  async shownBefore(municipalityId: string, values: readonly PlannedValue[], indicators: readonly KnownIndicator[]): Promise<ReadonlyMap<string, string | null>> {
    const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
    const rows = values.flatMap(({ before }) => {
      const indicator = before === null ? undefined : byId.get(before.indicatorId);
      if (before === null || indicator === undefined) return [];
      const { id, indicatorId, regionId, period, breakdown, value, version } = before;
      return [{ id, indicatorId, definitionId: indicator.definitions.get(version) ?? '', regionId, periodFrom: period.from, periodTo: period.to, breakdown, value, supersededAt: null, unit: indicator.unit, sensitivity: indicator.sensitivity, isSuppressed: false }];
    });
    return new Map((await this.suppression.withhold(municipalityId, rows)).map(({ id, value }) => [id, value]));
  }
}
