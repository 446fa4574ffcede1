import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { DocumentExport, ExportProblem } from '../domain/document-export.js';

const columns = `id::text, municipality_id::text AS "municipalityId", edition_id::text AS "editionId", section_id::text AS "sectionId", organisation_id::text AS "organisationId",
  form::text AS form, has_line_numbers AS "hasLineNumbers", has_measure_table AS "hasMeasureTable", has_contributions AS "hasContributions", requested_by::text AS "requestedBy",
  acting_organisation_id::text AS "actingOrganisationId", state::text AS state, progress, attempts, problem, unshown_characters AS "unshownCharacters", file_id::text AS "fileId",
  file_name AS "fileName", missing_picture_count AS "missingPictureCount", requested_at AS "requestedAt"`;

export type NewDocumentExport = Pick<
  DocumentExport,
  'id' | 'municipalityId' | 'editionId' | 'sectionId' | 'organisationId' | 'form' | 'hasLineNumbers' | 'hasMeasureTable' | 'hasContributions' | 'requestedBy' | 'actingOrganisationId'
>;

/** Stores exports and how far they are. */
@Injectable()
export class DocumentExportRepository {
  async insert(tx: Transaction, wanted: NewDocumentExport): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO document_exports (id, municipality_id, edition_id, section_id, organisation_id, form, has_line_numbers, has_measure_table, has_contributions, requested_by, acting_organisation_id)
      VALUES (${wanted.id}::uuid, ${wanted.municipalityId}::uuid, ${wanted.editionId}::uuid, ${wanted.sectionId}::uuid, ${wanted.organisationId}::uuid, ${wanted.form}::"ExportForm",
        ${wanted.hasLineNumbers}, ${wanted.hasMeasureTable}, ${wanted.hasContributions}, ${wanted.requestedBy}::uuid, ${wanted.actingOrganisationId}::uuid)`;
  }

  async find(tx: Transaction, id: string): Promise<DocumentExport | null> {
    const rows = await tx.$queryRawUnsafe<DocumentExport[]>(`SELECT ${columns} FROM document_exports WHERE id = $1::uuid`, id);
    return rows[0] ?? null;
  }

  /** How many of a person's exports are not finished yet; one transaction at a time may ask. */
  async countUnfinished(tx: Transaction, municipalityId: string, personId: string): Promise<number> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`document-exports/${personId}`}, 0))`;
    const rows = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM document_exports
      WHERE municipality_id = ${municipalityId}::uuid AND requested_by = ${personId}::uuid AND state IN ('waiting', 'rendering')`;
    return rows[0]?.count ?? 0;
  }

  /** Takes out a person's finished exports but for so many of the latest. @returns the files that go with them */
  async removeFinishedBeyond(tx: Transaction, municipalityId: string, personId: string, kept: number): Promise<string[]> {
    const rows = await tx.$queryRaw<{ fileId: string | null }[]>`
      DELETE FROM document_exports WHERE id IN (
        SELECT id FROM document_exports WHERE municipality_id = ${municipalityId}::uuid AND requested_by = ${personId}::uuid AND state IN ('ready', 'failed')
        ORDER BY requested_at DESC, id OFFSET ${kept}
      ) RETURNING file_id::text AS "fileId"`;
    return rows.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
  }

  /** Notes that it is being made, once more. @returns null when it is finished already */
  async begin(tx: Transaction, id: string): Promise<DocumentExport | null> {
    const rows = await tx.$queryRawUnsafe<DocumentExport[]>(
      `UPDATE document_exports SET state = 'rendering', progress = 0, attempts = attempts + 1, updated_at = now() WHERE id = $1::uuid AND state IN ('waiting', 'rendering') RETURNING ${columns}`, id,
    );
    return rows[0] ?? null;
  }

  async noteProgress(tx: Transaction, id: string, progress: number): Promise<void> {
    await tx.$executeRaw`UPDATE document_exports SET progress = ${progress}, updated_at = now() WHERE id = ${id}::uuid AND state = 'rendering'`;
  }

  /** Notes that somebody is working on it. */
  async noteAlive(tx: Transaction, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE document_exports SET updated_at = now() WHERE id = ${id}::uuid AND state = 'rendering'`;
  }

  /** @returns false when somebody else has finished it meanwhile */
  async finish(tx: Transaction, id: string, file: { readonly id: string; readonly name: string; readonly missingPictureCount: number; readonly unshownCharacters: string | null }): Promise<boolean> {
    const changed = await tx.$executeRaw`
      UPDATE document_exports SET state = 'ready', progress = 100, file_id = ${file.id}::uuid, file_name = ${file.name}, missing_picture_count = ${file.missingPictureCount}, unshown_characters = ${file.unshownCharacters}, updated_at = now() WHERE id = ${id}::uuid AND state = 'rendering'`;
    return changed === 1;
  }

  async fail(tx: Transaction, id: string, problem: ExportProblem): Promise<void> {
    await tx.$executeRaw`
      UPDATE document_exports SET state = 'failed', problem = ${problem}, updated_at = now() WHERE id = ${id}::uuid AND state IN ('waiting', 'rendering')`;
  }

  /** Unfinished exports of which nothing was heard for so many milliseconds: lost before they were enqueued, or with their worker. */
  async findLost(tx: Transaction, waitingMs: number, renderingMs: number): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM document_exports
      WHERE (state = 'waiting' AND updated_at < now() - ${waitingMs}::float8 * interval '1 millisecond')
        OR (state = 'rendering' AND updated_at < now() - ${renderingMs}::float8 * interval '1 millisecond')
      ORDER BY updated_at LIMIT 100`;
    return rows.map(({ id }) => id);
  }

  /** Takes out what is older than so many days. @returns the files that go with it */
  async removeOld(tx: Transaction, days: number): Promise<{ municipalityId: string; fileId: string | null }[]> {
    return tx.$queryRaw<{ municipalityId: string; fileId: string | null }[]>`
      DELETE FROM document_exports WHERE id IN (
        SELECT id FROM document_exports WHERE requested_at < now() - ${days}::int * interval '1 day' ORDER BY requested_at LIMIT 100 FOR UPDATE SKIP LOCKED
      ) RETURNING municipality_id::text AS "municipalityId", file_id::text AS "fileId"`;
  }
}
