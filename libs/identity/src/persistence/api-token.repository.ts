import { Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';

/** A token for scripts to be stored. */
export interface NewApiTokenRow {
  readonly id: string;
  readonly tokenHash: string;
  readonly name: string;
  readonly expiresInDays: number;
}

/** Writes tokens for scripts; times are the database's. */
@Injectable()
export class ApiTokenRepository {
  async insert(tx: Transaction, { personId, municipalityId, organisationId }: Actor, row: NewApiTokenRow): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO api_tokens (id, token_hash, person_id, acting_municipality_id, acting_organisation_id, name, expires_at)
      VALUES (${row.id}::uuid, ${row.tokenHash}, ${personId}::uuid, ${municipalityId}::uuid, ${organisationId}::uuid, ${row.name}, now() + make_interval(days => ${row.expiresInDays}::int))`;
  }

  /** @returns whether it was the person's and still valid */
  async revoke(tx: Transaction, personId: string, id: string): Promise<boolean> {
    const count = await tx.$executeRaw`UPDATE api_tokens SET revoked_at = now() WHERE id = ${id}::uuid AND person_id = ${personId}::uuid AND revoked_at IS NULL`;
    return count > 0;
  }

  /** Revokes every token of a person. @returns ids of those that were still valid */
  async revokeAll(tx: Transaction, personId: string): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`UPDATE api_tokens SET revoked_at = now() WHERE person_id = ${personId}::uuid AND revoked_at IS NULL RETURNING id::text`;
    return rows.map(({ id }) => id);
  }
}
