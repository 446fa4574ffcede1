import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import { observationRecorded } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { actorOfImport } from '@konzeptwerkstatt/platform-files';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import type { ObservationImport } from '../../domain/observation-import.js';
import type { KnownIndicator } from '../../domain/statistics-file/indicator-words.js';
import { newestVersion } from '../../domain/statistics-file/indicator-words.js';
import { SETTLED_UNLESS_SAID } from '../../domain/statistics-file/statistics-plan.js';
import type { PlannedValue } from '../../domain/statistics-file/statistics-plan.js';
import type { NewObservation } from '../../domain/stored-observation.js';
import { ImportedValueRepository } from '../../persistence/imported-value.repository.js';
import { ObservationImportRepository } from '../../persistence/observation-import.repository.js';
import { StatisticsSurroundingsRepository } from '../../persistence/statistics-surroundings.repository.js';
import { ObservationImportReader } from '../../queries/observation-import.reader.js';
import { IndicatorGate } from '../indicator.gate.js';
import { WHOLE_FILE_MS } from './whole-file.js';

/** So many values are written in one statement. */
const CHUNK = 2_000;

/** A value as it is stored. @throws Error when the plan is not one: a bug */
function toObservation({ facts, regionId, period, breakdown, before }: PlannedValue, municipalityId: string, indicator: KnownIndicator): NewObservation {
  const definitionId = indicator.definitions.get(newestVersion(indicator));
  if (facts === null || regionId === null || period === null || definitionId === undefined) throw new Error('A planned value has nothing to say');
  const { value, missingReason, note, source, retrievedOn } = facts;
  return {
    id: newId(), municipalityId, indicatorId: indicator.id, definitionId, regionId, period, value, missingReason, decimals: indicator.decimals, qualifier: value === null ? 'not_available' : (facts.qualifier ?? 'exact'), status: facts.status ?? SETTLED_UNLESS_SAID, breakdown: before?.breakdown ?? breakdown,
    note, source, factKey: null, retrievedOn, supersedesId: before?.id ?? null,
  };
}

/** Writes the values of a statistics file: all or nothing, in one transaction, appended as values that are typed. */
@Injectable()
export class WriteObservationImportCommand {
  constructor(
    private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly gate: IndicatorGate,
    private readonly reader: ObservationImportReader,
    private readonly imports: ObservationImportRepository,
    private readonly values: ImportedValueRepository,
    private readonly surroundings: StatisticsSurroundingsRepository,
  ) {}

  /**
   * Writes what the file would do now, when that is still what was decided; otherwise the file waits for a decision again. A file that is written already is left alone.
   * @throws ApplicationError FORBIDDEN, NOT_FOUND; nothing is written then
   */
  async write(begun: ObservationImport): Promise<void> {
    const actor = actorOfImport(begun);
    await this.gate.requireRecord(actor);
    const { plan: seen } = await this.reader.plan(begun);
    if (seen === null || seen.fingerprint !== begun.decided || seen.counts.refused > 0) return this.imports.askAgain(this.database.client, begun.id);
    const named = [...new Set(seen.values.flatMap(({ indicatorId }) => indicatorId ?? []))];
    await this.unitOfWork.run({ actor, correlationId: begun.id }, async (unit) => {
      // Two jobs of one file, and people who type values meanwhile, follow one another here; then what is decided is compared with what stands.
      await this.surroundings.lockIndicators(unit.tx, begun.municipalityId, named);
      if ((await this.imports.find(unit.tx, begun.id))?.state !== 'applying') return;
      const { plan, indicators } = await this.reader.plan(begun, unit.tx);
      if (plan === null || plan.fingerprint !== begun.decided || plan.counts.refused > 0) return this.imports.askAgain(unit.tx, begun.id);
      const planned = plan.values.filter(({ state }) => state === 'new' || state === 'changed');
      await this.append(unit, begun, planned, new Map(indicators.map((indicator) => [indicator.id, indicator])));
      await this.imports.finish(unit.tx, begun.id, plan.counts.changed);
    }, { timeout: WHOLE_FILE_MS });
  }

  private async append({ tx, events }: Unit<Transaction>, { id, municipalityId }: ObservationImport, planned: readonly PlannedValue[], indicators: ReadonlyMap<string, KnownIndicator>): Promise<void> {
    for (let start = 0; start < planned.length; start += CHUNK) {
      const rows = planned.slice(start, start + CHUNK).map((value) => {
        const indicator = indicators.get(value.indicatorId ?? '');
        if (indicator === undefined) throw new Error('A planned value has no indicator');
        return toObservation(value, municipalityId, indicator);
      });
      await this.values.supersedeMany(tx, municipalityId, rows.flatMap(({ supersedesId }) => supersedesId ?? []));
      await this.values.insertMany(tx, id, rows);
      for (const { id: observationId, indicatorId, supersedesId } of rows) {
        events.record(observationRecorded, { municipalityId, aggregateType: 'Indicator', aggregateId: indicatorId, editionId: null, payload: { observationId, indicatorId, supersedes: supersedesId } });
      }
      // Not in the transaction: whoever waits sees it before the end.
      await this.imports.noteProgress(this.database.client, id, start + rows.length);
    }
  }
}
