import { Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { SectionAccess } from '../commands/section-access.js';
import type { RecentImport } from '../domain/recent-import.js';
import type { EditionPlace } from '../domain/section-place.js';

/** Reads what was brought into an edition lately: whoever looks after the edition sees all of it, everybody else her own and the lists and tables of her organisation. */
@Injectable()
export class RecentImportReader {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly access: SectionAccess,
  ) {}

  /** The latest first, at most twenty; what failed has nothing to show. */
  async find(actor: Actor | null, place: EditionPlace): Promise<RecentImport[]> {
    if (actor === null || actor.personId === null || actor.municipalityId !== place.municipalityId) return [];
    const seesAll = await this.access.mayEditEdition(actor, place);
    return this.database.client.$queryRaw<RecentImport[]>`
      WITH brought AS (
        SELECT id, municipality_id, edition_id, requested_by, acting_organisation_id, file_name, state::text AS state, requested_at, 'word_' || kind::text AS kind,
          CASE WHEN kind = 'sections' THEN jsonb_array_length(sections) END AS taken_count FROM word_imports
        UNION ALL
        SELECT id, municipality_id, edition_id, requested_by, acting_organisation_id, file_name, state::text, requested_at, 'measure_list', jsonb_array_length(written) FROM measure_list_imports
        UNION ALL
        SELECT id, municipality_id, edition_id, requested_by, acting_organisation_id, file_name, state::text, requested_at, 'measure_table',
          jsonb_array_length(jsonb_path_query_array(outcomes, '$[*] ? (@.result == "applied")')) FROM measure_table_imports
      )
      SELECT id::text, kind, file_name AS "fileName", state, requested_at AS "requestedAt", requested_by::text AS "requestedBy", acting_organisation_id::text AS "actingOrganisationId", taken_count::int AS "takenCount"
      FROM brought WHERE municipality_id = ${place.municipalityId}::uuid AND edition_id = ${place.editionId}::uuid AND state <> 'failed'
        AND (${seesAll}::boolean OR requested_by = ${actor.personId}::uuid OR (kind LIKE 'measure_%' AND acting_organisation_id = ${actor.organisationId}::uuid))
      ORDER BY requested_at DESC, id LIMIT 20`;
  }
}
