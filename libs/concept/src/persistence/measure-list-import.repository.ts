import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import { FileImportRepository } from '@konzeptwerkstatt/platform-files';
import type { NewFileImport } from '@konzeptwerkstatt/platform-files';
import type { ListField, ListProblem, ListReading, ListSheet, MeasureListImport } from '../domain/measure-list.js';
import type { RememberedColumns } from '../domain/measure-list.columns.js';

export type NewMeasureListImport = Pick<MeasureListImport, keyof NewFileImport | 'editionId'>;

/** Stores measure lists that people brought, how they are to be understood, and what came of them. */
@Injectable()
export class MeasureListImportRepository extends FileImportRepository<MeasureListImport, ListProblem, NewMeasureListImport> {
  constructor() {
    super({ table: Prisma.sql`measure_list_imports`, states: Prisma.sql`"ListImportState"`, columns: Prisma.sql`edition_id::text AS "editionId", sheets, reading, decided, written, added_sections AS "addedSections"` });
  }

  protected override more({ editionId }: NewMeasureListImport) {
    return { columns: Prisma.sql`edition_id`, values: Prisma.sql`${editionId}::uuid` };
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

  async finish(tx: Transaction, id: string, { written, addedSections }: Pick<MeasureListImport, 'written' | 'addedSections'>): Promise<void> {
    await tx.$executeRaw`UPDATE measure_list_imports SET state = 'done', written = ${JSON.stringify(written)}::jsonb, added_sections = ${JSON.stringify(addedSections)}::jsonb, updated_at = now() WHERE id = ${id}::uuid AND state = 'applying'`;
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
}
