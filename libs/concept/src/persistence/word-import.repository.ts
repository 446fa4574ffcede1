import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import { FileImportRepository } from '@konzeptwerkstatt/platform-files';
import type { NewFileImport } from '@konzeptwerkstatt/platform-files';
import type { ImportedSection, WordDecision, WordImport, WordImportProblem } from '../domain/word-import.js';
import type { CorrectionsReading } from '../word/word-corrections.js';
import type { WordReading } from '../word/word-reading.js';

export type NewWordImport = Pick<WordImport, keyof NewFileImport | 'editionId' | 'kind'>;

/** Stores imports of Word documents and how far they are. */
@Injectable()
export class WordImportRepository extends FileImportRepository<WordImport, WordImportProblem, NewWordImport> {
  constructor() {
    super({ table: Prisma.sql`word_imports`, states: Prisma.sql`"WordImportState"`, columns: Prisma.sql`edition_id::text AS "editionId", kind::text AS kind, progress, reading, corrections, decision, sections` });
  }

  protected override more({ editionId, kind }: NewWordImport) {
    return { columns: Prisma.sql`edition_id, kind`, values: Prisma.sql`${editionId}::uuid, ${kind}::"WordImportKind"` };
  }

  /** Says how far it is taken over, in per cent, and with it that it is still at work. */
  async noteProgress(tx: Transaction, id: string, progress: number): Promise<void> {
    await tx.$executeRaw`UPDATE word_imports SET progress = ${progress}::int, updated_at = now() WHERE id = ${id}::uuid AND state = 'applying'`;
  }

  async noteReading(tx: Transaction, id: string, reading: WordReading): Promise<void> {
    await tx.$executeRaw`
      UPDATE word_imports SET state = 'ready', attempts = 0, reading = ${JSON.stringify(reading)}::jsonb, updated_at = now() WHERE id = ${id}::uuid AND state = 'waiting'`;
  }

  async noteCorrections(tx: Transaction, id: string, corrections: CorrectionsReading): Promise<void> {
    await tx.$executeRaw`
      UPDATE word_imports SET state = 'ready', attempts = 0, corrections = ${JSON.stringify(corrections)}::jsonb, updated_at = now() WHERE id = ${id}::uuid AND state = 'waiting'`;
  }

  /** @returns false when it is not waiting for a decision any more */
  async decide(tx: Transaction, id: string, decision: WordDecision): Promise<boolean> {
    const changed = await tx.$executeRaw`
      UPDATE word_imports SET state = 'applying', progress = 0, decision = ${JSON.stringify(decision)}::jsonb, updated_at = now() WHERE id = ${id}::uuid AND state = 'ready'`;
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
}
