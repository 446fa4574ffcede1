import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { CommonImportProblem, FileImport, ImportStep, NewFileImport } from './file-import.js';

/** Where imports of a kind are stored. All texts are the context's own, never a visitor's. */
export interface ImportTable {
  readonly table: Prisma.Sql;
  /** The enum of its states, which has at least waiting, ready, applying, done and failed. */
  readonly states: Prisma.Sql;
  /** What it has beyond every import, as its type names it. */
  readonly columns: Prisma.Sql;
}

const common = Prisma.sql`id::text, municipality_id::text AS "municipalityId", requested_by::text AS "requestedBy", acting_organisation_id::text AS "actingOrganisationId",
  file_id::text AS "fileId", file_name AS "fileName", state::text AS state, attempts, problem`;

/** The steps that every kind of import goes; a kind adds what it notes of its own. */
export abstract class FileImportRepository<Import extends FileImport, Problem extends string, New extends NewFileImport = NewFileImport> {
  private readonly table: Prisma.Sql;
  private readonly states: Prisma.Sql;
  private readonly columns: Prisma.Sql;

  constructor({ table, states, columns }: ImportTable) {
    [this.table, this.states, this.columns] = [table, states, Prisma.sql`${common}, ${columns}`];
  }

  /** What a new one has beyond every import. */
  protected abstract more(started: New): { readonly columns: Prisma.Sql; readonly values: Prisma.Sql };

  async insert(tx: Transaction, started: New): Promise<void> {
    const { columns, values } = this.more(started);
    await tx.$executeRaw`
      INSERT INTO ${this.table} (id, municipality_id, requested_by, acting_organisation_id, file_id, file_name, ${columns})
      VALUES (${started.id}::uuid, ${started.municipalityId}::uuid, ${started.requestedBy}::uuid, ${started.actingOrganisationId}::uuid, ${started.fileId}::uuid, ${started.fileName}, ${values})`;
  }

  async find(tx: Transaction, id: string): Promise<Import | null> {
    const rows = await tx.$queryRaw<Import[]>`SELECT ${this.columns} FROM ${this.table} WHERE id = ${id}::uuid`;
    return rows[0] ?? null;
  }

  /** As `find`, and nobody else takes a step with it until the transaction ends. */
  async lock(tx: Transaction, id: string): Promise<Import | null> {
    const rows = await tx.$queryRaw<Import[]>`SELECT ${this.columns} FROM ${this.table} WHERE id = ${id}::uuid FOR UPDATE`;
    return rows[0] ?? null;
  }

  /** Notes that a step is begun once more. @returns null when the import is not in that state */
  async begin(tx: Transaction, id: string, state: ImportStep): Promise<Import | null> {
    const rows = await tx.$queryRaw<Import[]>`
      UPDATE ${this.table} SET attempts = attempts + 1, updated_at = now() WHERE id = ${id}::uuid AND state = ${state}::${this.states} RETURNING ${this.columns}`;
    return rows[0] ?? null;
  }

  /** Says that a step is still at work. */
  async touch(tx: Transaction, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE ${this.table} SET updated_at = now() WHERE id = ${id}::uuid`;
  }

  /** Gives an import up. Of a step that was begun several times only the latest beginning says so: an earlier one may end after another has read or written all. */
  async fail(tx: Transaction, { id, attempts, step }: Pick<FileImport, 'id' | 'attempts'> & { readonly step: ImportStep }, problem: Problem | CommonImportProblem): Promise<void> {
    await tx.$executeRaw`
      UPDATE ${this.table} SET state = 'failed', problem = ${problem}, updated_at = now() WHERE id = ${id}::uuid AND state = ${step}::${this.states} AND attempts = ${attempts}::int`;
  }

  /** Unfinished imports of which nothing was heard for so many milliseconds. */
  async findLost(tx: Transaction, quietMs: number): Promise<{ id: string; state: ImportStep }[]> {
    return tx.$queryRaw<{ id: string; state: ImportStep }[]>`
      SELECT id::text, state::text AS state FROM ${this.table}
      WHERE state IN ('waiting', 'applying') AND updated_at < now() - ${quietMs}::float8 * interval '1 millisecond' ORDER BY updated_at LIMIT 100`;
  }

  /** Takes out what is older than so many days. @returns the files that go with it */
  async removeOld(tx: Transaction, days: number): Promise<{ municipalityId: string; fileId: string }[]> {
    return tx.$queryRaw<{ municipalityId: string; fileId: string }[]>`
      DELETE FROM ${this.table} WHERE id IN (
        SELECT id FROM ${this.table} WHERE requested_at < now() - ${days}::int * interval '1 day' ORDER BY requested_at LIMIT 100 FOR UPDATE SKIP LOCKED
      ) RETURNING municipality_id::text AS "municipalityId", file_id::text AS "fileId"`;
  }
}
