import { Inject, Injectable } from '@nestjs/common';
import { Prisma, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Resolution } from '../domain/resolution.js';

const columns = Prisma.sql`r.id, r.municipality_id AS "municipalityId", r.edition_id AS "editionId", r.adopted_edition_id IS NOT NULL AS adopts, r.body_name AS "bodyName",
  to_char(r.decided_on, 'YYYY-MM-DD') AS "decidedOn", r.result::text AS result, r.votes_yes AS "votesYes", r.votes_no AS "votesNo", r.votes_abstained AS "votesAbstained",
  r.paper_number AS "paperNumber", r.oparl_url AS "oparlUrl", r.remark, r.file_id AS "fileId", r.recorded_at AS "recordedAt",
  coalesce((SELECT jsonb_agg(jsonb_build_object('bodyName', c.body_name, 'heldOn', to_char(c.held_on, 'YYYY-MM-DD'), 'role', c.role) ORDER BY c.position)
    FROM consultations c WHERE c.resolution_id = r.id), '[]') AS consultations`;

/** Reads resolutions. Who may see the edition may see what was resolved on it; whoever calls this has asked. */
@Injectable()
export class ResolutionReader {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  /** Resolutions of editions, the latest first; one statement. */
  findByEditions(editionIds: readonly string[]): Promise<Resolution[]> {
    return this.database.client.$queryRaw<Resolution[]>`
      SELECT ${columns} FROM resolutions r WHERE r.edition_id = ANY (${[...editionIds]}::uuid[]) ORDER BY r.decided_on DESC, r.recorded_at DESC, r.id DESC`;
  }

  async find(id: string): Promise<Resolution | null> {
    const rows = await this.database.client.$queryRaw<Resolution[]>`SELECT ${columns} FROM resolutions r WHERE r.id = ${id}::uuid`;
    return rows[0] ?? null;
  }
}
