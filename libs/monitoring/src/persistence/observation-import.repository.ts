import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import { FileImportRepository } from '@konzeptwerkstatt/platform-files';
import type { ObservationImport, ObservationImportProblem, ReadStatistics, RecentObservationImport } from '../domain/observation-import.js';
import type { RememberedWords } from '../domain/statistics-file/column-guess.js';
import type { ColumnMeaning, StatisticsReading } from '../domain/statistics-file/statistics-reading.js';
import type { StatisticsSheet } from '../domain/statistics-file/statistics-sheet.js';

type Meaning = Omit<ColumnMeaning, 'column'> | null;

/** What is remembered of words: what a column of that head means, or which indicator they are. */
export interface SaidWords {
  readonly columns: ReadonlyMap<string, Meaning>;
  readonly indicators: ReadonlyMap<string, string | null>;
}

/** Stores statistics files that people brought, and how they are to be understood. What stands in a file is read apart: it can be large. */
@Injectable()
export class ObservationImportRepository extends FileImportRepository<ObservationImport, ObservationImportProblem> {
  constructor() {
    super({
      table: Prisma.sql`observation_imports`, states: Prisma.sql`"ObservationImportState"`,
      columns: Prisma.sql`encoding, has_formulas AS "hasFormulas", reading, decided, planned, progress, changed, requested_at AS "requestedAt"`,
    });
  }

  protected override more() {
    return { columns: Prisma.sql`progress`, values: Prisma.sql`0` };
  }

  async noteSheets(tx: Transaction, id: string, { sheets, encoding, hasFormulas }: ReadStatistics, reading: StatisticsReading): Promise<void> {
    await tx.$executeRaw`
      UPDATE observation_imports SET state = 'ready', attempts = 0, sheets = ${JSON.stringify(sheets)}::jsonb, encoding = ${encoding}, has_formulas = ${hasFormulas}, reading = ${JSON.stringify(reading)}::jsonb, updated_at = now()
      WHERE id = ${id}::uuid AND state = 'waiting'`;
  }

  /** What stands in the file; none until it is read. */
  async sheets(tx: Transaction, id: string): Promise<readonly StatisticsSheet[]> {
    const rows = await tx.$queryRaw<{ sheets: StatisticsSheet[] | null }[]>`SELECT sheets FROM observation_imports WHERE id = ${id}::uuid`;
    return rows[0]?.sheets ?? [];
  }

  /** @returns false when it does not wait for a decision any more */
  async noteReading(tx: Transaction, id: string, reading: StatisticsReading): Promise<boolean> {
    return (await tx.$executeRaw`UPDATE observation_imports SET reading = ${JSON.stringify(reading)}::jsonb, problem = NULL, updated_at = now() WHERE id = ${id}::uuid AND state = 'ready'`) === 1;
  }

  /** Decides that a plan is carried out. @returns false when it does not wait for a decision any more */
  async decide(tx: Transaction, id: string, { fingerprint, planned }: { readonly fingerprint: string; readonly planned: number }): Promise<boolean> {
    return (await tx.$executeRaw`
      UPDATE observation_imports SET state = 'applying', attempts = 0, problem = NULL, decided = ${fingerprint}, planned = ${planned}::int, progress = 0, updated_at = now() WHERE id = ${id}::uuid AND state = 'ready'`) === 1;
  }

  /** What was decided is no longer what would happen: it waits for a decision again. */
  async askAgain(tx: Transaction, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE observation_imports SET state = 'ready', attempts = 0, problem = 'changed_meanwhile', decided = NULL, updated_at = now() WHERE id = ${id}::uuid AND state = 'applying'`;
  }

  /** So many values are written, as far as those see who wait; says too that it is at work. */
  async noteProgress(tx: Transaction, id: string, progress: number): Promise<void> {
    await tx.$executeRaw`UPDATE observation_imports SET progress = ${progress}::int, updated_at = now() WHERE id = ${id}::uuid AND state = 'applying'`;
  }

  /** @returns false when somebody else has finished it */
  async finish(tx: Transaction, id: string, changed: number): Promise<boolean> {
    return (await tx.$executeRaw`UPDATE observation_imports SET state = 'done', progress = planned, changed = ${changed}::int, updated_at = now() WHERE id = ${id}::uuid AND state = 'applying'`) === 1;
  }

  async noteUndone(tx: Transaction, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE observation_imports SET state = 'undone', updated_at = now() WHERE id = ${id}::uuid AND state = 'done'`;
  }

  /** The latest of a municipality, at most twenty. What failed has nothing to show. */
  async findRecent(tx: Transaction, municipalityId: string): Promise<RecentObservationImport[]> {
    return tx.$queryRaw<RecentObservationImport[]>`
      SELECT id::text, file_name AS "fileName", state::text AS state, requested_at AS "requestedAt", requested_by::text AS "requestedBy", acting_organisation_id::text AS "actingOrganisationId", planned
      FROM observation_imports WHERE municipality_id = ${municipalityId}::uuid AND state <> 'failed' ORDER BY requested_at DESC, id LIMIT 20`;
  }

  /** What was said of words in this municipality. */
  async remembered(tx: Transaction, municipalityId: string): Promise<RememberedWords> {
    const rows = await tx.$queryRaw<{ about: string; words: string; meaning: unknown }[]>`SELECT about, words, meaning FROM observation_import_words WHERE municipality_id = ${municipalityId}::uuid`;
    const of = (about: string) => rows.filter((row) => row.about === about);
    return {
      columns: new Map(of('column').map(({ words, meaning }) => [words, meaning as Meaning])),
      indicators: new Map(of('indicator').map(({ words, meaning }) => [words, meaning as string | null])),
    };
  }

  /** Forgets the words that were said to mean an indicator. */
  async forgetIndicator(tx: Transaction, municipalityId: string, indicatorId: string): Promise<void> {
    await tx.$executeRaw`
      DELETE FROM observation_import_words WHERE municipality_id = ${municipalityId}::uuid
        AND (about = 'indicator' AND meaning = to_jsonb(${indicatorId}::text) OR about = 'column' AND meaning->>'indicatorId' = ${indicatorId})`;
  }

  async remember(tx: Transaction, municipalityId: string, { columns, indicators }: SaidWords): Promise<void> {
    const rows = [...[...columns].map(([words, meaning]) => ({ about: 'column', words, meaning })), ...[...indicators].map(([words, meaning]) => ({ about: 'indicator', words, meaning }))];
    if (rows.length === 0) return;
    await tx.$executeRaw`
      INSERT INTO observation_import_words (municipality_id, about, words, meaning)
      SELECT ${municipalityId}::uuid, said.about, said.words, coalesce(said.meaning, 'null'::jsonb) FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS said (about text, words text, meaning jsonb)
      ON CONFLICT (municipality_id, about, words) DO UPDATE SET meaning = excluded.meaning`;
  }
}
