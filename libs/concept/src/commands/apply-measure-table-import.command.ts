import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import { applyFileImportJob } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { MEASURE_TABLE_IMPORT } from '../domain/import-names.js';
import { conceptError } from '../domain/concept.errors.js';
import type { PlannedChange } from '../domain/measure-table-import.js';
import { EditionRepository } from '../persistence/edition.repository.js';
import { MeasureTableImportRepository } from '../persistence/measure-table-import.repository.js';
import { MeasureTableImportReader } from '../queries/measure-table-import.reader.js';

/** What is left out stands among the outcomes too: it may have become a conflict after somebody had looked. */
const resultOf = { ready: 'pending', conflict: 'conflict', problem: 'refused' } as const;

/** Decides that the changes of a measure table are taken over; a job does it. What is a conflict now is left out. */
@Injectable()
export class ApplyMeasureTableImportCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly reader: MeasureTableImportReader,
    private readonly imports: MeasureTableImportRepository,
    private readonly editions: EditionRepository,
  ) {}

  /** @returns the import's id @throws ApplicationError NOT_FOUND; ValidationError EDITION_FROZEN, NOTHING_TO_APPLY, IMPORT_NOT_READY */
  async run(context: CommandContext, importId: string): Promise<string> {
    const found = await this.reader.find(context.actor, importId);
    if (found === null) throw notFound();
    const changes = found.state === 'ready' ? await this.plannedChanges(context, found) : [];
    return this.unitOfWork.run(context, async ({ tx, jobs }) => {
      if ((await this.editions.find(tx, found.editionId))?.isFrozen === true) throw conceptError('EDITION_FROZEN', []);
      if (found.state === 'ready' && !changes.some(({ result }) => result === 'pending')) throw conceptError('NOTHING_TO_APPLY', []);
      if (!(await this.imports.plan(tx, importId, changes))) throw conceptError('IMPORT_NOT_READY', []);
      jobs.enqueueAfterCommit(applyFileImportJob, { kind: MEASURE_TABLE_IMPORT, importId });
      return importId;
    });
  }

  private async plannedChanges({ actor }: CommandContext, found: NonNullable<Awaited<ReturnType<MeasureTableImportReader['find']>>>): Promise<PlannedChange[]> {
    const rows = await this.reader.compare(actor, found);
    return rows.flatMap(({ row, measureId, title, state, changes }) => {
      if (state !== 'changed' || measureId === null) return [];
      return changes.map(({ field, before, after, value, expected, state: cell, problem }): PlannedChange => ({ row, measureId, title, field, before, after, value, expected, result: resultOf[cell], code: problem?.toUpperCase() ?? null }));
    });
  }
}
