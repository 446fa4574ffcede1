import { Injectable } from '@nestjs/common';
import { Prisma, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { SectionPlace } from '../domain/section-place.js';
import type { Window } from './window.js';

/** A section as readers get it. */
export interface SectionRecord extends SectionPlace {
  readonly isExample: boolean;
  readonly sourceNote: string | null;
}

/** A row of a list that was loaded for several editions at once. */
export type OwnedSection = SectionRecord & { readonly ownerId: string; readonly total: number };

const sectionColumns = Prisma.sql`
  s.id AS "sectionId", s.municipality_id AS "municipalityId", s.edition_id AS "editionId", e.process_id AS "processId", s.document_id AS "documentId",
  s.kind::text AS kind, s.title, s.position, e.visibility = 'published' AS "isPublished", e.frozen_at IS NOT NULL AS "isFrozen", e.language::text AS language,
  s.is_example AS "isExample", s.source_note AS "sourceNote"`;
const fromSections = Prisma.sql`FROM sections s JOIN editions e ON e.id = s.edition_id AND e.municipality_id = s.municipality_id`;

/** Reads sections. Whoever calls it has asked the access policy. */
@Injectable()
export class SectionReader {
  constructor(private readonly database: PrismaDatabase) {}

  /** Living sections by id, in any order. */
  findByIds(ids: readonly string[]): Promise<SectionRecord[]> {
    return this.database.client.$queryRaw<SectionRecord[]>`SELECT ${sectionColumns} ${fromSections} WHERE s.id = ANY (${[...ids]}::uuid[]) AND s.removed_at IS NULL`;
  }

  /** The living section whose text is that document. */
  async findByDocument(documentId: string): Promise<SectionRecord | null> {
    const rows = await this.database.client.$queryRaw<SectionRecord[]>`SELECT ${sectionColumns} ${fromSections} WHERE s.document_id = ${documentId}::uuid AND s.removed_at IS NULL`;
    return rows[0] ?? null;
  }

  /** The same window of each of several editions, in order, in one statement. */
  findByEditions(editionIds: readonly string[], { offset, limit }: Window): Promise<OwnedSection[]> {
    return this.database.client.$queryRaw<OwnedSection[]>`
      SELECT * FROM (
        SELECT ${sectionColumns}, s.edition_id AS "ownerId", (count(*) OVER (PARTITION BY s.edition_id))::int AS total,
          row_number() OVER (PARTITION BY s.edition_id ORDER BY s.position, s.id) AS place
        ${fromSections} WHERE s.edition_id = ANY (${[...editionIds]}::uuid[]) AND s.removed_at IS NULL
      ) AS listed
      WHERE place > ${offset} AND place <= ${offset + limit} ORDER BY "ownerId", place`;
  }
}
