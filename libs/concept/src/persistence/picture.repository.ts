import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { PictureRow } from '../domain/projected-row.js';
import type { SectionPlace } from '../domain/section-place.js';

/** In which sections a file was ever seen, and when it left the last of them; `goneAt` null: it stands somewhere. */
export interface PictureTrace {
  readonly fileId: string;
  readonly sectionIds: readonly string[];
  readonly goneAt: Date | null;
}

type Owner = Pick<SectionPlace, 'municipalityId' | 'editionId' | 'sectionId'>;

/** The rows that stand for the pictures of texts. Written by the projection alone. */
@Injectable()
export class PictureRepository {
  /** Makes a section's rows say what its text says; what is not there any more is noted as gone. */
  async save(tx: Transaction, { municipalityId, editionId, sectionId }: Owner, rows: readonly PictureRow[]): Promise<void> {
    await tx.$executeRaw`
      UPDATE section_pictures SET removed_at = now()
      WHERE municipality_id = ${municipalityId}::uuid AND edition_id = ${editionId}::uuid AND section_id = ${sectionId}::uuid AND removed_at IS NULL AND NOT (id = ANY (${rows.map(({ id }) => id)}::uuid[]))`;
    if (rows.length === 0) return;
    await tx.$executeRaw`
      INSERT INTO section_pictures (id, municipality_id, edition_id, section_id, block_id, file_id, alt, caption, is_decorative, ordinal)
      SELECT r.id, ${municipalityId}::uuid, ${editionId}::uuid, ${sectionId}::uuid, r."blockId", r."fileId", r.alt, r.caption, r."isDecorative", r.ordinal
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, "blockId" uuid, "fileId" uuid, alt text, caption text, "isDecorative" boolean, ordinal int)
      ON CONFLICT (id) DO UPDATE SET file_id = excluded.file_id, alt = excluded.alt, caption = excluded.caption, is_decorative = excluded.is_decorative,
        ordinal = excluded.ordinal, removed_at = NULL
      WHERE section_pictures.removed_at IS NOT NULL OR (section_pictures.file_id, section_pictures.alt, section_pictures.caption, section_pictures.is_decorative, section_pictures.ordinal)
        IS DISTINCT FROM (excluded.file_id, excluded.alt, excluded.caption, excluded.is_decorative, excluded.ordinal)`;
  }

  /** Where files were seen; one that was never in a text is left out. */
  async traces(tx: Transaction, fileIds: readonly string[]): Promise<PictureTrace[]> {
    return tx.$queryRaw<PictureTrace[]>`
      SELECT p.file_id::text AS "fileId", array_agg(DISTINCT p.section_id::text) AS "sectionIds",
        CASE WHEN bool_or(p.removed_at IS NULL AND s.removed_at IS NULL) THEN NULL ELSE max(coalesce(least(p.removed_at, s.removed_at), now())) END AS "goneAt"
      FROM section_pictures p JOIN sections s ON s.id = p.section_id AND s.municipality_id = p.municipality_id
      WHERE p.file_id = ANY (${[...fileIds]}::uuid[]) GROUP BY p.file_id`;
  }

  /** Documents of sections, removed ones included, by section. */
  async documentsOf(tx: Transaction, sectionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.$queryRaw<{ id: string; documentId: string }[]>`SELECT id::text, document_id::text AS "documentId" FROM sections WHERE id = ANY (${[...sectionIds]}::uuid[])`;
    return new Map(rows.map(({ id, documentId }) => [id, documentId]));
  }
}
