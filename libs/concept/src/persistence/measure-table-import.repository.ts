import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import { FileImportRepository } from '@konzeptwerkstatt/platform-files';
import type { NewFileImport } from '@konzeptwerkstatt/platform-files';
import type { ImportProblem, MeasureTableImport, PlannedChange } from '../domain/measure-table-import.js';
import type { SheetRow } from '../domain/measure-sheet.comparison.js';

export type NewMeasureTableImport = Pick<MeasureTableImport, keyof NewFileImport | 'editionId'>;

/** Stores imports of measure tables and how far they are. */
@Injectable()
export class MeasureTableImportRepository extends FileImportRepository<MeasureTableImport, ImportProblem, NewMeasureTableImport> {
  constructor() {
    super({ table: Prisma.sql`measure_table_imports`, states: Prisma.sql`"TableImportState"`, columns: Prisma.sql`edition_id::text AS "editionId", progress, rows, outcomes` });
  }

  protected override more({ editionId }: NewMeasureTableImport) {
    return { columns: Prisma.sql`edition_id`, values: Prisma.sql`${editionId}::uuid` };
  }

  async noteRows(tx: Transaction, id: string, rows: readonly SheetRow[]): Promise<void> {
    await tx.$executeRaw`
      UPDATE measure_table_imports SET state = 'ready', attempts = 0, rows = ${JSON.stringify(rows)}::jsonb, updated_at = now() WHERE id = ${id}::uuid AND state = 'waiting'`;
  }

  /** @returns false when it is not waiting for a decision any more */
  async plan(tx: Transaction, id: string, changes: readonly PlannedChange[]): Promise<boolean> {
    const changed = await tx.$executeRaw`
      UPDATE measure_table_imports SET state = 'applying', progress = 0, outcomes = ${JSON.stringify(changes)}::jsonb, updated_at = now() WHERE id = ${id}::uuid AND state = 'ready'`;
    return changed === 1;
  }

  /** Notes what became of one change. */
  async noteOutcome(tx: Transaction, id: string, index: number, outcome: PlannedChange, progress: number): Promise<void> {
    await tx.$executeRaw`
      UPDATE measure_table_imports SET outcomes = jsonb_set(outcomes, ARRAY[${String(index)}], ${JSON.stringify(outcome)}::jsonb), progress = ${progress}, updated_at = now()
      WHERE id = ${id}::uuid AND state = 'applying'`;
  }

  /** @returns false when somebody else has finished it meanwhile */
  async finish(tx: Transaction, id: string): Promise<boolean> {
    const changed = await tx.$executeRaw`UPDATE measure_table_imports SET state = 'done', progress = 100, updated_at = now() WHERE id = ${id}::uuid AND state = 'applying'`;
    return changed === 1;
  }
}
