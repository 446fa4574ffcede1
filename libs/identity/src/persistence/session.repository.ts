import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';

/** A session to be stored; `acting` is the organisation it starts with. */
export interface NewSession {
  readonly id: string;
  readonly tokenHash: string;
  readonly personId: string;
  readonly acting: { readonly municipalityId: string; readonly organisationId: string };
  readonly deviceLabel: string;
}

/** Writes sessions; times are the database's. */
@Injectable()
export class SessionRepository {
  async insert(tx: Transaction, { id, tokenHash, personId, acting, deviceLabel }: NewSession): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO sessions (id, token_hash, person_id, acting_municipality_id, acting_organisation_id, device_label, expires_at)
      VALUES (${id}::uuid, ${tokenHash}, ${personId}::uuid, ${acting.municipalityId}::uuid, ${acting.organisationId}::uuid, ${deviceLabel}, now() + interval '14 days')`;
  }

  /** Ends one session of a person. @returns whether it was hers and still open */
  async end(tx: Transaction, personId: string, id: string): Promise<boolean> {
    const count = await tx.$executeRaw`UPDATE sessions SET ended_at = now() WHERE id = ${id}::uuid AND person_id = ${personId}::uuid AND ended_at IS NULL`;
    return count > 0;
  }

  /** Ends a person's sessions but one. @returns ids of those ended */
  async endOthers(tx: Transaction, personId: string, keptId: string | null): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      UPDATE sessions SET ended_at = now() WHERE person_id = ${personId}::uuid AND ended_at IS NULL AND id IS DISTINCT FROM ${keptId}::uuid RETURNING id::text`;
    return rows.map((row) => row.id);
  }

  /** @returns whether the session is the person's and open */
  async actAs(tx: Transaction, personId: string, id: string, acting: NewSession['acting']): Promise<boolean> {
    const count = await tx.$executeRaw`
      UPDATE sessions SET acting_municipality_id = ${acting.municipalityId}::uuid, acting_organisation_id = ${acting.organisationId}::uuid
      WHERE id = ${id}::uuid AND person_id = ${personId}::uuid AND ended_at IS NULL`;
    return count > 0;
  }
}
