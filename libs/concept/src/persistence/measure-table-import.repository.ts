import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { ImportProblem, MeasureTableImport, PlannedChange } from '../domain/measure-table-import.js';
import type { SheetRow } from '../domain/measure-sheet.comparison.js';

const columns = Prisma.sql`id::text, municipality_id::text AS "municipalityId", edition_id::text AS "editionId", requested_by::text AS "requestedBy",
  acting_organisation_id::text AS "actingOrganisationId", file_id::text AS "fileId", file_name AS "fileName", state::text AS state, progress, attempts, problem, rows, outcomes`;

export type NewMeasureTableImport = Pick<MeasureTableImport, 'id' | 'municipalityId' | 'editionId' | 'requestedBy' | 'actingOrganisationId' | 'fileId' | 'fileName'>;

/** Stores imports of measure tables and how far they are. */
@Injectable()
export class MeasureTableImportRepository {
  async insert(tx: Transaction, started: NewMeasureTableImport): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO measure_table_imports (id, municipality_id, edition_id, requested_by, acting_organisation_id, file_id, file_name)
      VALUES (${started.id}::uuid, ${started.municipalityId}::uuid, ${started.editionId}::uuid, ${started.requestedBy}::uuid, ${started.actingOrganisationId}::uuid,
        ${started.fileId}::uuid, ${started.fileName})`;
  }

  async find(tx: Transaction, id: string): Promise<MeasureTableImport | null> {
    const rows = await tx.$queryRaw<MeasureTableImport[]>`SELECT ${columns} FROM measure_table_imports WHERE id = ${id}::uuid`;
    return rows[0] ?? null;
  }

  /** Notes that a step of an import is begun once more. @returns null when the import is not in that state */
  async begin(tx: Transaction, id: string, state: 'waiting' | 'applying'): Promise<MeasureTableImport | null> {
    const rows = await tx.$queryRaw<MeasureTableImport[]>`
      UPDATE measure_table_imports SET attempts = attempts + 1, updated_at = now() WHERE id = ${id}::uuid AND state = ${state}::"TableImportState" RETURNING ${columns}`;
    return rows[0] ?? null;
  }

  async noteRows(tx: Transaction, id: string, rows: readonly SheetRow[]): Promise<void> {
    await tx.$executeRaw`
      UPDATE measure_table_imports SET state = 'ready', attempts = 0, rows = ${JSON.stringify(rows)}::jsonb, updated_at = now() WHERE id = ${id}::uuid AND state = 'waiting'`;
  }

  async fail(tx: Transaction, id: string, problem: ImportProblem): Promise<void> {
    await tx.$executeRaw`
      UPDATE measure_table_imports SET state = 'failed', problem = ${problem}, updated_at = now() WHERE id = ${id}::uuid AND state IN ('waiting', 'applying')`;
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

  /** Unfinished imports of which nothing was heard for so many milliseconds. */
  async findLost(tx: Transaction, quietMs: number): Promise<{ id: string; state: 'waiting' | 'applying' }[]> {
    return tx.$queryRaw<{ id: string; state: 'waiting' | 'applying' }[]>`
      SELECT id::text, state::text AS state FROM measure_table_imports
      WHERE state IN ('waiting', 'applying') AND updated_at < now() - ${quietMs}::float8 * interval '1 millisecond' ORDER BY updated_at LIMIT 100`;
  }

  /** Takes out what is older than so many days. @returns the files that go with it */
  async removeOld(tx: Transaction, days: number): Promise<{ municipalityId: string; fileId: string }[]> {
    return tx.$queryRaw<{ municipalityId: string; fileId: string }[]>`
      DELETE FROM measure_table_imports WHERE id IN (
        SELECT id FROM measure_table_imports WHERE requested_at < now() - ${days}::int * interval '1 day' ORDER BY requested_at LIMIT 100 FOR UPDATE SKIP LOCKED
      ) RETURNING municipality_id::text AS "municipalityId", file_id::text AS "fileId"`;
  }
}
