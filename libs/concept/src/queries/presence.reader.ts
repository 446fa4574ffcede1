import { Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';

/** Somebody who has a section open; never shown by name. */
export interface Presence {
  readonly sectionId: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
}

/** Tells who is in the texts of an edition right now. Rows older than a minute are ghosts of a node that ended. */
@Injectable()
export class PresenceReader {
  constructor(private readonly database: PrismaDatabase) {}

  /** One entry per section and person, in the order of the sections. */
  findByEdition({ municipalityId, editionId }: { readonly municipalityId: string; readonly editionId: string }): Promise<Presence[]> {
    return this.database.client.$queryRaw<Presence[]>`
      SELECT s.id AS "sectionId", p.person_id AS "personId", p.organisation_id AS "organisationId"
      FROM sections s JOIN engine.presence p ON p.document_id = s.document_id
      WHERE s.municipality_id = ${municipalityId}::uuid AND s.edition_id = ${editionId}::uuid AND s.removed_at IS NULL AND p.seen_at > now() - interval '1 minute'
      GROUP BY s.id, s.position, p.person_id, p.organisation_id ORDER BY s.position, min(p.seen_at)`;
  }

  /** The documents of an edition, for knowing which wake-ups concern it. */
  async findDocuments({ municipalityId, editionId }: { readonly municipalityId: string; readonly editionId: string }): Promise<Map<string, string>> {
    const rows = await this.database.client.$queryRaw<{ documentId: string; sectionId: string }[]>`
      SELECT document_id AS "documentId", id AS "sectionId" FROM sections
      WHERE municipality_id = ${municipalityId}::uuid AND edition_id = ${editionId}::uuid AND removed_at IS NULL`;
    return new Map(rows.map(({ documentId, sectionId }) => [documentId, sectionId]));
  }
}
