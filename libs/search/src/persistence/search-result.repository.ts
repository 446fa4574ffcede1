import { Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { ScopeFilter } from '@konzeptwerkstatt/identity';
import type { SearchKind } from '../domain/search-entry.js';

/** What one visitor may find. */
export interface SearchScope {
  /** The municipality she works in; null: nobody is signed in, and only what is published can be found. */
  readonly municipalityId: string | null;
  readonly sections: ScopeFilter;
  readonly canSeeOrganisations: boolean;
  readonly canSeeIndicators: boolean;
}

/** A page of a search. */
export interface SearchWindow {
  readonly kinds: readonly SearchKind[];
  readonly offset: number;
  readonly limit: number;
}

/** Something found. */
export interface FoundRow {
  readonly objectId: string;
  readonly kind: SearchKind;
  readonly sectionId: string | null;
  /** The block it leads to: of the goal or measure itself, of a section the one that fits best; null: its beginning. */
  readonly blockId: string | null;
  readonly title: string;
  readonly body: string;
  /** How many there are on all pages. */
  readonly total: number;
}

/** Finds entries, only those that the visitor may see: rights are part of the statement, so that counts and pages are right too. */
@Injectable()
export class SearchResultRepository {
  constructor(private readonly database: PrismaDatabase) {}

  /**
   * @param all the `tsquery` an entry must fulfil
   * @param any the `tsquery` that finds the place within a section
   */
  find({ all, any }: { readonly all: string; readonly any: string }, scope: SearchScope, { kinds, offset, limit }: SearchWindow): Promise<FoundRow[]> {
    const { municipalityId, sections } = scope;
    return this.database.client.$queryRaw<FoundRow[]>`
      WITH page AS (
        SELECT x.object_id, x.kind, x.section_id, x.block_id, x.title, x.body, (count(*) OVER ())::int AS total,
          row_number() OVER (ORDER BY ts_rank('{0.1, 0.2, 0.4, 1}', x.vector, ${all}::tsquery, 1) DESC, lower(x.title), x.object_id) AS place
        FROM engine.search_entry x LEFT JOIN editions e ON e.id = x.edition_id AND e.municipality_id = x.municipality_id
        WHERE x.vector @@ ${all}::tsquery AND x.kind = ANY (${[...kinds]}::text[])
          AND (${municipalityId}::uuid IS NULL OR x.municipality_id = ${municipalityId}::uuid)
          AND CASE x.kind
            WHEN 'organisation' THEN ${municipalityId}::uuid IS NOT NULL AND ${scope.canSeeOrganisations}::boolean
            WHEN 'indicator' THEN ${municipalityId}::uuid IS NOT NULL AND ${scope.canSeeIndicators}::boolean
            ELSE e.visibility = 'published' OR (${municipalityId}::uuid IS NOT NULL AND (${sections.all}::boolean OR e.process_id = ANY (${[...sections.processIds]}::uuid[])
              OR e.id = ANY (${[...sections.editionIds]}::uuid[]) OR x.section_id = ANY (${[...sections.sectionIds]}::uuid[])))
            END
        ORDER BY place LIMIT ${limit}::integer OFFSET ${offset}::integer
      )
      SELECT page.object_id AS "objectId", page.kind, page.section_id AS "sectionId", coalesce(page.block_id, passage.block_id) AS "blockId", page.title,
        coalesce(passage.text, page.body) AS body, page.total
      FROM page LEFT JOIN LATERAL (
        SELECT block_id, text FROM engine.search_passage p WHERE p.entry_id = page.object_id AND p.vector @@ ${any}::tsquery
        ORDER BY ts_rank(p.vector, ${any}::tsquery) DESC, p.ordinal LIMIT 1
      ) AS passage ON true
      ORDER BY page.place`;
  }
}
