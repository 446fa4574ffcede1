import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { fold, FOLDING } from '../domain/folding.policy.js';
import type { SearchEntry } from '../domain/search-entry.js';

/**
 * Bytes of folded words per entry and per passage, and of its title. PostgreSQL refuses a vector above 1 MiB, and each word is in it as a
 * stem, as it is and with its places: at the worst 3.6 times its own bytes. It is about 80 pages; the words behind them are not found.
 */
const [MAX_WORDS_BYTES, MAX_TITLE_BYTES] = [250_000, 1_000];

/** Folded, and cut to so many bytes. The text is cut before, because its length is anybody's. */
function foldedUpTo(maxBytes: number, text: string): string {
  return Buffer.from(fold(text.slice(0, maxBytes))).subarray(0, maxBytes).toString();
}

function toRow(entry: SearchEntry): object {
  const { place, passages, title, body, ...row } = entry;
  const words = [body, ...passages.map(({ text }) => text)].join('\n');
  return { ...row, ...place, title, body, foldedTitle: foldedUpTo(MAX_TITLE_BYTES, title), foldedWords: foldedUpTo(MAX_WORDS_BYTES, words) };
}

/** Writes what can be found. */
@Injectable()
export class SearchEntryRepository {
  /** Waits until nobody else writes the entries of a section. */
  async lockSection(tx: Transaction, sectionId: string): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`search:${sectionId}`}, 0))`;
  }

  /** Makes entries, or makes them anew, with their passages and words. */
  async save(tx: Transaction, entries: readonly SearchEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await tx.$executeRaw`
      INSERT INTO engine.search_entry (object_id, kind, municipality_id, process_id, edition_id, section_id, block_id, title, body, vector, folding)
      SELECT r."objectId", r.kind, r."municipalityId", r."processId", r."editionId", r."sectionId", r."blockId", r.title, r.body,
        setweight(to_tsvector('german', r."foldedTitle"), 'A') || setweight(to_tsvector('simple', r."foldedTitle"), 'A')
          || setweight(to_tsvector('german', r."foldedWords"), 'B') || setweight(to_tsvector('simple', r."foldedWords"), 'B'), ${FOLDING}::integer
      FROM jsonb_to_recordset(${JSON.stringify(entries.map(toRow))}::jsonb) AS r ("objectId" uuid, kind text, "municipalityId" uuid, "processId" uuid,
        "editionId" uuid, "sectionId" uuid, "blockId" uuid, title text, body text, "foldedTitle" text, "foldedWords" text)
      ON CONFLICT (object_id) DO UPDATE SET kind = excluded.kind, municipality_id = excluded.municipality_id, process_id = excluded.process_id,
        edition_id = excluded.edition_id, section_id = excluded.section_id, block_id = excluded.block_id, title = excluded.title, body = excluded.body,
        vector = excluded.vector, folding = excluded.folding`;
    await this.savePassages(tx, entries);
    await tx.$executeRaw`
      INSERT INTO engine.search_word (municipality_id, word)
      SELECT DISTINCT municipality_id, unnest(tsvector_to_array(vector)) FROM engine.search_entry
      WHERE object_id = ANY (${entries.map(({ objectId }) => objectId)}::uuid[]) ORDER BY 1, 2
      ON CONFLICT DO NOTHING`;
  }

  private async savePassages(tx: Transaction, entries: readonly SearchEntry[]): Promise<void> {
    const sections = entries.filter(({ kind }) => kind === 'section');
    if (sections.length === 0) return;
    const passages = sections.flatMap(({ objectId, passages }) => passages.map((passage, ordinal) => ({ entryId: objectId, ordinal, ...passage, folded: foldedUpTo(MAX_WORDS_BYTES, passage.text) })));
    await tx.$executeRaw`DELETE FROM engine.search_passage WHERE entry_id = ANY (${sections.map(({ objectId }) => objectId)}::uuid[])`;
    await tx.$executeRaw`
      INSERT INTO engine.search_passage (entry_id, ordinal, block_id, text, vector)
      SELECT r."entryId", r.ordinal, r."blockId", r.text, to_tsvector('german', r.folded) || to_tsvector('simple', r.folded)
      FROM jsonb_to_recordset(${JSON.stringify(passages)}::jsonb) AS r ("entryId" uuid, ordinal integer, "blockId" uuid, text text, folded text)`;
  }

  /** Takes out what a section no longer holds, itself included unless it is among those that stay. */
  async removeOthersOfSection(tx: Transaction, sectionId: string, remaining: readonly string[]): Promise<void> {
    await tx.$executeRaw`DELETE FROM engine.search_entry WHERE section_id = ${sectionId}::uuid AND NOT object_id = ANY (${[...remaining]}::uuid[])`;
  }

  /** Forgets the words that no entry has. */
  async removeUnusedWords(tx: Transaction): Promise<void> {
    await tx.$executeRaw`
      DELETE FROM engine.search_word w WHERE NOT EXISTS (
        SELECT FROM (SELECT DISTINCT municipality_id, unnest(tsvector_to_array(vector)) AS word FROM engine.search_entry) AS used
        WHERE used.municipality_id = w.municipality_id AND used.word = w.word)`;
  }
}
