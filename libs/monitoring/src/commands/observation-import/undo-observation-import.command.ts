import { Inject, Injectable } from '@nestjs/common';
import { newId, notFound, ValidationError } from '@konzeptwerkstatt/kernel';
import { observationRecorded, observationWithdrawn } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { monitoringError, monitoringProblem } from '../../domain/monitoring.errors.js';
import { ImportedValueRepository } from '../../persistence/imported-value.repository.js';
import type { RestoredValue, WrittenValue } from '../../persistence/imported-value.repository.js';
import { ObservationImportRepository } from '../../persistence/observation-import.repository.js';
import { StatisticsSurroundingsRepository } from '../../persistence/statistics-surroundings.repository.js';
import { ObservationImportReader } from '../../queries/observation-import.reader.js';
import { WHOLE_FILE_MS } from './whole-file.js';

/** Takes a statistics file back. Nothing is deleted: its values stand no longer, and what stood before them stands again, as new rows. */
@Injectable()
export class UndoObservationImportCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly reader: ObservationImportReader,
    private readonly imports: ObservationImportRepository,
    private readonly values: ImportedValueRepository,
    private readonly surroundings: StatisticsSurroundingsRepository,
  ) {}

  /**
   * All or nothing, as long as nobody has corrected any of its values.
   * @returns the import's id @throws ApplicationError NOT_FOUND; ValidationError IMPORT_NOT_READY, VALUES_CHANGED_SINCE with how many were
   */
  async run(context: CommandContext, importId: string): Promise<string> {
    const found = await this.reader.find(context.actor, importId);
    if (found === null) throw notFound();
    const { municipalityId } = found;
    return this.unitOfWork.run(context, async (unit) => {
      const named = new Set((await this.values.findWritten(unit.tx, municipalityId, importId)).map(({ indicatorId }) => indicatorId));
      await this.surroundings.lockIndicators(unit.tx, municipalityId, [...named]);
      if ((await this.imports.lock(unit.tx, importId))?.state !== 'done') throw monitoringError('IMPORT_NOT_READY', []);
      const written = await this.values.findWritten(unit.tx, municipalityId, importId);
      const corrected = written.filter(({ isSuperseded }) => isSuperseded).length;
      if (corrected > 0) throw new ValidationError([monitoringProblem('VALUES_CHANGED_SINCE', [], { count: corrected })]);
      await this.takeBack(unit, municipalityId, written);
      await this.imports.noteUndone(unit.tx, importId);
      return importId;
    }, { timeout: WHOLE_FILE_MS });
  }

  private async takeBack({ tx, events }: Unit<Transaction>, municipalityId: string, written: readonly WrittenValue[]): Promise<void> {
    const restored = written.flatMap(({ id, supersedesId }): RestoredValue[] => (supersedesId === null ? [] : [{ id: newId(), earlierId: supersedesId, supersedesId: id }]));
    const byImported = new Map(restored.map((value) => [value.supersedesId, value.id]));
    await this.values.supersedeMany(tx, municipalityId, written.map(({ id }) => id));
    await this.values.restoreMany(tx, municipalityId, restored);
    for (const { id, indicatorId } of written) {
      const again = byImported.get(id);
      const facts = { municipalityId, aggregateType: 'Indicator', aggregateId: indicatorId, editionId: null };
      if (again === undefined) events.record(observationWithdrawn, { ...facts, payload: { observationId: id, indicatorId } });
      else events.record(observationRecorded, { ...facts, payload: { observationId: again, indicatorId, supersedes: id } });
    }
  }
}
