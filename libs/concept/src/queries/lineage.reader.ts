import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';

/** What can follow itself from one edition to the next. */
export type Followed = 'section' | 'goal' | 'measure';

/** A section, goal or measure of a later edition that began as a copy of another one. */
export interface Counterpart {
  /** The earlier one. */
  readonly sourceId: string;
  readonly editionId: string;
  readonly sectionId: string;
  /** The goal or measure; null for a section. */
  readonly objectId: string | null;
}

/** Reads what became of parts of a concept in its later editions. Rights are the caller's question. */
@Injectable()
export class LineageReader {
  constructor(private readonly database: PrismaDatabase) {}

  /** Editions that follow the ones in which the sections stand, directly or over others; the newest first. */
  async laterEditions(municipalityId: string, sectionIds: readonly string[]): Promise<{ readonly sectionId: string; readonly editionId: string }[]> {
    if (sectionIds.length === 0) return [];
    return this.database.client.$queryRaw`
      WITH RECURSIVE later AS (
        SELECT s.id AS section_id, e.id, e.created_at FROM sections s JOIN editions e ON e.based_on_id = s.edition_id AND e.municipality_id = s.municipality_id
        WHERE s.municipality_id = ${municipalityId}::uuid AND s.id = ANY (${[...sectionIds]}::uuid[])
        UNION
        SELECT l.section_id, e.id, e.created_at FROM later l JOIN editions e ON e.based_on_id = l.id AND e.municipality_id = ${municipalityId}::uuid
      ) SELECT section_id::text AS "sectionId", id::text AS "editionId" FROM later ORDER BY created_at DESC, id DESC`;
  }

  /** What of other editions has the same lineage and still stands there. */
  async counterparts(municipalityId: string, what: Followed, ids: readonly string[]): Promise<Counterpart[]> {
    if (ids.length === 0) return [];
    const wanted = [...ids];
    if (what === 'section') {
      return this.database.client.$queryRaw`
        SELECT o.id::text AS "sourceId", s.edition_id::text AS "editionId", s.id::text AS "sectionId", NULL AS "objectId"
        FROM sections o JOIN sections s ON coalesce(s.lineage_id, s.id) = coalesce(o.lineage_id, o.id) AND s.municipality_id = o.municipality_id AND s.id <> o.id
        WHERE o.municipality_id = ${municipalityId}::uuid AND o.id = ANY (${wanted}::uuid[]) AND s.removed_at IS NULL`;
    }
    return what === 'goal'
      ? this.database.client.$queryRaw`
        SELECT o.id::text AS "sourceId", s.edition_id::text AS "editionId", s.id::text AS "sectionId", x.id::text AS "objectId"
        FROM goals o JOIN goals x ON x.lineage_id = o.lineage_id AND x.municipality_id = o.municipality_id AND x.id <> o.id JOIN sections s ON s.id = x.section_id
        WHERE o.municipality_id = ${municipalityId}::uuid AND o.id = ANY (${wanted}::uuid[]) AND x.removed_at IS NULL AND s.removed_at IS NULL`
      : this.database.client.$queryRaw`
        SELECT o.id::text AS "sourceId", s.edition_id::text AS "editionId", s.id::text AS "sectionId", x.id::text AS "objectId"
        FROM measures o JOIN measures x ON x.lineage_id = o.lineage_id AND x.municipality_id = o.municipality_id AND x.id <> o.id JOIN sections s ON s.id = x.section_id
        WHERE o.municipality_id = ${municipalityId}::uuid AND o.id = ANY (${wanted}::uuid[]) AND x.removed_at IS NULL AND s.removed_at IS NULL`;
  }

  /** A goal or measure with all it began as a copy of or was copied to, itself among them. @param tx the caller's transaction, or the database */
  async kin(tx: Transaction | null, objectId: string): Promise<string[]> {
    const rows = await (tx ?? this.database.client).$queryRaw<{ id: string }[]>`
      SELECT x.id::text FROM goals o JOIN goals x ON x.lineage_id = o.lineage_id AND x.municipality_id = o.municipality_id WHERE o.id = ${objectId}::uuid
      UNION SELECT x.id::text FROM measures o JOIN measures x ON x.lineage_id = o.lineage_id AND x.municipality_id = o.municipality_id WHERE o.id = ${objectId}::uuid
      UNION SELECT ${objectId}`;
    return rows.map(({ id }) => id);
  }
}
