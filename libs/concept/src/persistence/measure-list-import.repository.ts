import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { ListField, ListProblem, ListReading, ListSheet, MeasureListImport, WrittenMeasure } from '../domain/measure-list.js';
import type { RememberedColumns } from '../domain/measure-list.columns.js';

const columns = Prisma.sql`id::text, municipality_id::text AS "municipalityId", edition_id::text AS "editionId", requested_by::text AS "requestedBy",
  acting_organisation_id::text AS "actingOrganisationId", file_id::text AS "fileId", file_name AS "fileName", state::text AS state, attempts, problem, sheets, reading, decided, written`;

export type NewMeasureListImport = Pick<MeasureListImport, 'id' | 'municipalityId' | 'editionId' | 'requestedBy' | 'actingOrganisationId' | 'fileId' | 'fileName'>;

/** Stores measure lists that people brought, how they are to be understood, and what came of them. */
@Injectable()
export class MeasureListImportRepository {
  async insert(tx: Transaction, started: NewMeasureListImport): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO measure_list_imports (id, municipality_id, edition_id, requested_by, acting_organisation_id, file_id, file_name)
      VALUES (${started.id}::uuid, ${started.municipalityId}::uuid, ${started.editionId}::uuid, ${started.requestedBy}::uuid, ${started.actingOrganisationId}::uuid,
        ${started.fileId}::uuid, ${started.fileName})`;
  }

  async find(tx: Transaction, id: string): Promise<MeasureListImport | null> {
    const rows = await tx.$queryRaw<MeasureListImport[]>`SELECT ${columns} FROM measure_list_imports WHERE id = ${id}::uuid`;
    return rows[0] ?? null;
  }

  /** As `find`, and nobody else takes a step with it until the transaction ends. */
  async lock(tx: Transaction, id: string): Promise<MeasureListImport | null> {
    const rows = await tx.$queryRaw<MeasureListImport[]>`SELECT ${columns} FROM measure_list_imports WHERE id = ${id}::uuid FOR UPDATE`;
    return rows[0] ?? null;
  }

  /** Notes that a step is begun once more. @returns null when the list is not in that state */
  async begin(tx: Transaction, id: string, state: 'waiting' | 'applying'): Promise<MeasureListImport | null> {
    const rows = await tx.$queryRaw<MeasureListImport[]>`
      UPDATE measure_list_imports SET attempts = attempts + 1, updated_at = now() WHERE id = ${id}::uuid AND state = ${state}::"ListImportState" RETURNING ${columns}`;
    return rows[0] ?? null;
  }

  async noteSheets(tx: Transaction, id: string, sheets: readonly ListSheet[], reading: ListReading): Promise<void> {
    await tx.$executeRaw`
      UPDATE measure_list_imports SET state = 'ready', attempts = 0, sheets = ${JSON.stringify(sheets)}::jsonb, reading = ${JSON.stringify(reading)}::jsonb, updated_at = now()
      WHERE id = ${id}::uuid AND state = 'waiting'`;
  }

  /** @returns false when it does not wait for a decision any more */
  async noteReading(tx: Transaction, id: string, reading: ListReading): Promise<boolean> {
    return (await tx.$executeRaw`UPDATE measure_list_imports SET reading = ${JSON.stringify(reading)}::jsonb, updated_at = now() WHERE id = ${id}::uuid AND state = 'ready'`) === 1;
  }

  /** Decides that so many rows are taken over. @returns false when it does not wait for a decision any more */
  async decide(tx: Transaction, id: string, decided: number): Promise<boolean> {
    return (await tx.$executeRaw`UPDATE measure_list_imports SET state = 'applying', attempts = 0, problem = NULL, decided = ${decided}::int, updated_at = now() WHERE id = ${id}::uuid AND state = 'ready'`) === 1;
  }

  /** What was decided is no longer what would happen: it waits for a decision again. */
  async askAgain(tx: Transaction, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE measure_list_imports SET state = 'ready', problem = 'changed_meanwhile', updated_at = now() WHERE id = ${id}::uuid AND state = 'applying'`;
  }

  async noteUndone(tx: Transaction, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE measure_list_imports SET state = 'undone', updated_at = now() WHERE id = ${id}::uuid AND state = 'done'`;
  }

  async finish(tx: Transaction, id: string, written: readonly WrittenMeasure[]): Promise<void> {
    await tx.$executeRaw`UPDATE measure_list_imports SET state = 'done', written = ${JSON.stringify(written)}::jsonb, updated_at = now() WHERE id = ${id}::uuid AND state = 'applying'`;
  }

  async fail(tx: Transaction, id: string, problem: ListProblem): Promise<void> {
    await tx.$executeRaw`UPDATE measure_list_imports SET state = 'failed', problem = ${problem}, updated_at = now() WHERE id = ${id}::uuid AND state IN ('waiting', 'applying')`;
  }

  /** What columns were taken for in this municipality. */
  async remembered(tx: Transaction, municipalityId: string): Promise<RememberedColumns> {
    const rows = await tx.$queryRaw<{ head: string; field: ListField }[]>`SELECT head, field FROM measure_list_columns WHERE municipality_id = ${municipalityId}::uuid`;
    return new Map(rows.map(({ head, field }) => [head, field]));
  }

  async remember(tx: Transaction, municipalityId: string, heads: ReadonlyMap<string, ListField>): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO measure_list_columns (municipality_id, head, field) SELECT ${municipalityId}::uuid, head, field FROM unnest(${[...heads.keys()]}::text[], ${[...heads.values()]}::text[]) AS said (head, field)
      ON CONFLICT (municipality_id, head) DO UPDATE SET field = excluded.field`;
  }

  /** Unfinished lists of which nothing was heard for so many milliseconds. */
  async findLost(tx: Transaction, quietMs: number): Promise<{ id: string; state: 'waiting' | 'applying' }[]> {
    return tx.$queryRaw<{ id: string; state: 'waiting' | 'applying' }[]>`
      SELECT id::text, state::text AS state FROM measure_list_imports
      WHERE state IN ('waiting', 'applying') AND updated_at < now() - ${quietMs}::float8 * interval '1 millisecond' ORDER BY updated_at LIMIT 100`;
  }

  /** Takes out what is older than so many days. @returns the files that go with it */
  async removeOld(tx: Transaction, days: number): Promise<{ municipalityId: string; fileId: string }[]> {
    return tx.$queryRaw<{ municipalityId: string; fileId: string }[]>`
      DELETE FROM measure_list_imports WHERE id IN (
        SELECT id FROM measure_list_imports WHERE requested_at < now() - ${days}::int * interval '1 day' ORDER BY requested_at LIMIT 100 FOR UPDATE SKIP LOCKED
      ) RETURNING municipality_id::text AS "municipalityId", file_id::text AS "fileId"`;
  }
}
