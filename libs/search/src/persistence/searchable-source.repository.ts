import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { FOLDING } from '../domain/folding.policy.js';
import type { SearchEntry } from '../domain/search-entry.js';

/** A section that is to be found. */
export interface SectionSource {
  readonly sectionId: string;
  readonly municipalityId: string;
  readonly editionId: string;
  readonly processId: string | null;
  readonly documentId: string;
  readonly title: string;
}

/** A goal or measure of a section. */
export interface ObjectSource {
  readonly objectId: string;
  readonly kind: 'goal' | 'measure';
  readonly blockId: string;
  readonly title: string;
  readonly body: string;
}

type Named = Pick<SearchEntry, 'objectId' | 'municipalityId' | 'title' | 'body'> & { readonly kind: 'organisation' | 'indicator' };

/** Reads what is to be found, in the tables of the contexts that this one may read. */
@Injectable()
export class SearchableSourceRepository {
  /** The living section, or null. */
  async findSection(tx: Transaction, sectionId: string): Promise<SectionSource | null> {
    const rows = await tx.$queryRaw<SectionSource[]>`
      SELECT s.id AS "sectionId", s.municipality_id AS "municipalityId", s.edition_id AS "editionId", e.process_id AS "processId", s.document_id AS "documentId", s.title
      FROM sections s JOIN editions e ON e.id = s.edition_id AND e.municipality_id = s.municipality_id
      WHERE s.id = ${sectionId}::uuid AND s.removed_at IS NULL`;
    return rows[0] ?? null;
  }

  /** The living goals and measures of a section. */
  async findObjects(tx: Transaction, { municipalityId, sectionId }: Pick<SectionSource, 'municipalityId' | 'sectionId'>): Promise<ObjectSource[]> {
    return tx.$queryRaw<ObjectSource[]>`
      SELECT id AS "objectId", 'goal' AS kind, block_id AS "blockId", title, description AS body
      FROM goals WHERE municipality_id = ${municipalityId}::uuid AND section_id = ${sectionId}::uuid AND removed_at IS NULL
      UNION ALL
      SELECT id, 'measure', block_id, title, description
      FROM measures WHERE municipality_id = ${municipalityId}::uuid AND section_id = ${sectionId}::uuid AND removed_at IS NULL`;
  }

  /** Sections that have no entry, one by older rules, or one although they are gone. */
  async findUnindexedSections(tx: Transaction, limit: number): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT s.id FROM sections s LEFT JOIN engine.search_entry x ON x.object_id = s.id
      WHERE s.removed_at IS NULL AND (x.object_id IS NULL OR x.folding <> ${FOLDING}::integer)
      UNION ALL
      SELECT x.object_id FROM engine.search_entry x LEFT JOIN sections s ON s.id = x.object_id AND s.removed_at IS NULL
      WHERE x.kind = 'section' AND s.id IS NULL
      LIMIT ${limit}::integer`;
    return rows.map(({ id }) => id);
  }

  /** Organisations and indicators whose entry is missing or says something else than they do. */
  async findUnindexedNames(tx: Transaction, limit: number): Promise<SearchEntry[]> {
    const rows = await tx.$queryRaw<Named[]>`
      SELECT n.* FROM (
        SELECT id AS "objectId", 'organisation' AS kind, municipality_id AS "municipalityId", name AS title, coalesce(short_name, '') AS body
        FROM organisations WHERE removed_at IS NULL
        UNION ALL
        SELECT i.id, 'indicator', i.municipality_id, i.name, coalesce((SELECT d.text FROM indicator_definitions d WHERE d.indicator_id = i.id ORDER BY d.version DESC LIMIT 1), '')
        FROM indicators i WHERE i.removed_at IS NULL
      ) AS n LEFT JOIN engine.search_entry x ON x.object_id = n."objectId"
      WHERE x.object_id IS NULL OR x.title <> n.title OR x.body <> n.body OR x.folding <> ${FOLDING}::integer LIMIT ${limit}::integer`;
    return rows.map((row) => ({ ...row, place: null, blockId: null, passages: [] }));
  }

  /** Takes out organisations and indicators that are gone. */
  async removeGoneNames(tx: Transaction): Promise<void> {
    await tx.$executeRaw`
      DELETE FROM engine.search_entry x WHERE (x.kind = 'organisation' AND NOT EXISTS (SELECT FROM organisations o WHERE o.id = x.object_id AND o.removed_at IS NULL))
        OR (x.kind = 'indicator' AND NOT EXISTS (SELECT FROM indicators i WHERE i.id = x.object_id AND i.removed_at IS NULL))`;
  }
}
