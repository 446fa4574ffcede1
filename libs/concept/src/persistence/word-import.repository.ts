import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { ImportedSection, RecentWordImport, WordDecision, WordImport, WordImportProblem } from '../domain/word-import.js';
import type { CorrectionsReading } from '../word/word-corrections.js';
import type { WordReading } from '../word/word-reading.js';

const columns = Prisma.sql`id::text, municipality_id::text AS "municipalityId", edition_id::text AS "editionId", requested_by::text AS "requestedBy",
  acting_organisation_id::text AS "actingOrganisationId", file_id::text AS "fileId", file_name AS "fileName", state::text AS state, attempts, problem, kind::text AS kind, reading, corrections, decision, sections`;

export type NewWordImport = Pick<WordImport, 'id' | 'municipalityId' | 'editionId' | 'requestedBy' | 'actingOrganisationId' | 'fileId' | 'fileName'> & Partial<Pick<WordImport, 'kind'>>;

/** Stores imports of Word documents and how far they are. */
@Injectable()
export class WordImportRepository {
  async insert(tx: Transaction, started: NewWordImport): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO word_imports (id, municipality_id, edition_id, requested_by, acting_organisation_id, file_id, file_name, kind)
      VALUES (${started.id}::uuid, ${started.municipalityId}::uuid, ${started.editionId}::uuid, ${started.requestedBy}::uuid, ${started.actingOrganisationId}::uuid,
        ${started.fileId}::uuid, ${started.fileName}, ${started.kind ?? 'sections'}::"WordImportKind")`;
  }

  async find(tx: Transaction, id: string): Promise<WordImport | null> {
    const rows = await tx.$queryRaw<WordImport[]>`SELECT ${columns} FROM word_imports WHERE id = ${id}::uuid`;
    return rows[0] ?? null;
  }

  /** A person's imports into an edition that wait for her or can be looked at, the latest first; those that failed have nothing to show. */
  async findRecent(tx: Transaction, { municipalityId, editionId, personId }: { readonly municipalityId: string; readonly editionId: string; readonly personId: string }): Promise<RecentWordImport[]> {
    return tx.$queryRaw<RecentWordImport[]>`
      SELECT id::text, file_name AS "fileName", state::text AS state, requested_at AS "requestedAt" FROM word_imports
      WHERE municipality_id = ${municipalityId}::uuid AND requested_by = ${personId}::uuid AND edition_id = ${editionId}::uuid AND state <> 'failed' AND kind = 'sections' ORDER BY requested_at DESC, id LIMIT 20`;
  }

  /** Notes that a step of an import is begun once more. @returns null when the import is not in that state */
  async begin(tx: Transaction, id: string, state: 'waiting' | 'applying'): Promise<WordImport | null> {
    const rows = await tx.$queryRaw<WordImport[]>`
      UPDATE word_imports SET attempts = attempts + 1, updated_at = now() WHERE id = ${id}::uuid AND state = ${state}::"WordImportState" RETURNING ${columns}`;
    return rows[0] ?? null;
  }

  async noteReading(tx: Transaction, id: string, reading: WordReading): Promise<void> {
    await tx.$executeRaw`
      UPDATE word_imports SET state = 'ready', attempts = 0, reading = ${JSON.stringify(reading)}::jsonb, updated_at = now() WHERE id = ${id}::uuid AND state = 'waiting'`;
  }

  async noteCorrections(tx: Transaction, id: string, corrections: CorrectionsReading): Promise<void> {
    await tx.$executeRaw`
      UPDATE word_imports SET state = 'ready', attempts = 0, corrections = ${JSON.stringify(corrections)}::jsonb, updated_at = now() WHERE id = ${id}::uuid AND state = 'waiting'`;
  }

  /** Says that a step is still at work. */
  async touch(tx: Transaction, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE word_imports SET updated_at = now() WHERE id = ${id}::uuid`;
  }

  async fail(tx: Transaction, id: string, problem: WordImportProblem): Promise<void> {
    await tx.$executeRaw`UPDATE word_imports SET state = 'failed', problem = ${problem}, updated_at = now() WHERE id = ${id}::uuid AND state IN ('waiting', 'applying')`;
  }

  /** @returns false when it is not waiting for a decision any more */
  async decide(tx: Transaction, id: string, decision: WordDecision): Promise<boolean> {
    const changed = await tx.$executeRaw`
      UPDATE word_imports SET state = 'applying', decision = ${JSON.stringify(decision)}::jsonb, updated_at = now() WHERE id = ${id}::uuid AND state = 'ready'`;
    return changed === 1;
  }

  /** Ends the work under the row's lock, in the transaction of the sections. @returns false when somebody else has finished it meanwhile */
  async finish(tx: Transaction, id: string, sections: readonly ImportedSection[]): Promise<boolean> {
    const changed = await tx.$executeRaw`
      UPDATE word_imports SET state = 'done', sections = ${JSON.stringify(sections)}::jsonb, updated_at = now() WHERE id = ${id}::uuid AND state = 'applying'`;
    return changed === 1;
  }

  /** @returns false when it is not there to be undone any more */
  async undo(tx: Transaction, id: string): Promise<boolean> {
    const changed = await tx.$executeRaw`UPDATE word_imports SET state = 'undone', updated_at = now() WHERE id = ${id}::uuid AND state = 'done'`;
    return changed === 1;
  }

  /** Unfinished imports of which nothing was heard for so many milliseconds. */
  async findLost(tx: Transaction, quietMs: number): Promise<{ id: string; state: 'waiting' | 'applying' }[]> {
    return tx.$queryRaw<{ id: string; state: 'waiting' | 'applying' }[]>`
      SELECT id::text, state::text AS state FROM word_imports
      WHERE state IN ('waiting', 'applying') AND updated_at < now() - ${quietMs}::float8 * interval '1 millisecond' ORDER BY updated_at LIMIT 100`;
  }

  /** Takes out what is older than so many days. @returns the files that go with it */
  async removeOld(tx: Transaction, days: number): Promise<{ municipalityId: string; fileId: string }[]> {
    return tx.$queryRaw<{ municipalityId: string; fileId: string }[]>`
      DELETE FROM word_imports WHERE id IN (
        SELECT id FROM word_imports WHERE requested_at < now() - ${days}::int * interval '1 day' ORDER BY requested_at LIMIT 100 FOR UPDATE SKIP LOCKED
      ) RETURNING municipality_id::text AS "municipalityId", file_id::text AS "fileId"`;
  }
}
