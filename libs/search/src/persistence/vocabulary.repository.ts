import { Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { termOf, type AskedWord, type SearchTerm } from '../domain/search-terms.policy.js';

interface TermRow {
  readonly folded: string;
  readonly stem: string;
  readonly others: string[];
}

/** Reads the words that a municipality uses. */
@Injectable()
export class VocabularyRepository {
  constructor(private readonly database: PrismaDatabase) {}

  /**
   * Each word with its stem and the compounds that contain it; when no word contains it, with those that it may have
   * meant (at most two letters wrong, one in a short word). Filling words are left out.
   * @param municipalityId whose words; null: of all municipalities that have published something
   */
  async findTerms(words: readonly AskedWord[], municipalityId: string | null): Promise<SearchTerm[]> {
    const rows = await this.database.client.$queryRaw<TermRow[]>`
      WITH asked AS (
        SELECT position, folded, stem, CASE WHEN length(stem) > 3 THEN stem ELSE folded END AS core
        FROM unnest(${words.map(({ folded }) => folded)}::text[], ${words.map(({ plain }) => plain)}::text[]) WITH ORDINALITY AS w (folded, plain, position),
          LATERAL (SELECT (ts_lexize('german_stem', folded))[1] AS stem) AS stemmed
        WHERE ts_lexize('german_stem', plain) <> '{}' AND stem IS NOT NULL
      ), town AS (
        SELECT ${municipalityId}::uuid AS id WHERE ${municipalityId}::uuid IS NOT NULL
        UNION SELECT municipality_id FROM editions WHERE ${municipalityId}::uuid IS NULL AND visibility = 'published'
      )
      SELECT folded, stem, ARRAY(
        SELECT DISTINCT word FROM (
          (SELECT word FROM engine.search_word JOIN town ON town.id = municipality_id
            WHERE length(core) > 3 AND word LIKE '%' || core || '%' AND NOT word LIKE core || '%' ORDER BY length(word), word LIMIT 60)
          UNION ALL
          (SELECT word FROM engine.search_word JOIN town ON town.id = municipality_id
            WHERE length(core) BETWEEN 4 AND 40 AND word % core AND levenshtein_less_equal(word, core, 2) <= CASE WHEN length(core) < 6 THEN 1 ELSE 2 END
              AND NOT EXISTS (SELECT FROM engine.search_word known JOIN town ON town.id = known.municipality_id WHERE known.word LIKE '%' || core || '%')
            ORDER BY levenshtein_less_equal(word, core, 2), word LIMIT 5)
        ) AS alike
      ) AS others FROM asked ORDER BY position`;
    return rows.map(({ folded, stem, others }) => termOf(folded, stem, others));
  }
}
