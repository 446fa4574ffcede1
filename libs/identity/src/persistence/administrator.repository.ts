import { Injectable } from '@nestjs/common';
import { Prisma, type Transaction } from '@konzeptwerkstatt/platform-database';

/**
 * Whether the grant `g` lets somebody administer a municipality or the installation who can really do it: the account can sign in,
 * and she belongs to an organisation that is there (in the municipality; for the installation in any).
 */
export const isAdministratorAtWork = Prisma.sql`
  g.subject_kind = 'person' AND g.role = 'administrator' AND g.scope_kind IN ('municipality', 'installation')
  AND g.valid_from <= now() AND (g.valid_to IS NULL OR g.valid_to > now())
  AND EXISTS (
    SELECT FROM persons p
    JOIN memberships m ON m.person_id = p.id AND m.ended_at IS NULL AND (g.scope_kind = 'installation' OR m.municipality_id = g.municipality_id)
    JOIN organisations o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id AND o.removed_at IS NULL
    WHERE p.id = g.subject_id AND p.disabled_at IS NULL AND p.password_hash IS NOT NULL)`;

/** Reads who administers municipalities and the installation and can really do it. A scope is a municipality's id or `INSTALLATION_ID`. */
@Injectable()
export class AdministratorRepository {
  /** Whether a scope has an administrator. */
  async isThere(tx: Transaction, scopeId: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM grants g WHERE g.municipality_id = ${scopeId}::uuid AND ${isAdministratorAtWork} LIMIT 1`;
    return rows.length > 0;
  }

  /** Scopes that a person administers; until the commit nobody else who administers anything can go at the same time. */
  async lockScopesOf(tx: Transaction, personId: string): Promise<string[]> {
    const scopes = await tx.$queryRaw<{ id: string }[]>`SELECT DISTINCT g.municipality_id::text AS id FROM grants g WHERE g.subject_id = ${personId}::uuid AND ${isAdministratorAtWork}`;
    if (scopes.length > 0) await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0))::text`;
    return scopes.map(({ id }) => id);
  }

  /** Whether somebody holds the right on a scope and can really use it. */
  async isAtWork(tx: Transaction, scopeId: string, personId: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM grants g WHERE g.municipality_id = ${scopeId}::uuid AND g.subject_id = ${personId}::uuid AND ${isAdministratorAtWork} LIMIT 1`;
    return rows.length > 0;
  }

  /** Whether nobody but the person can administer the municipality. */
  async isOnlyOne(tx: Transaction, municipalityId: string, personId: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM grants g WHERE g.municipality_id = ${municipalityId}::uuid AND g.subject_id <> ${personId}::uuid AND ${isAdministratorAtWork} LIMIT 1`;
    return rows.length === 0;
  }

  /** Whether one of the scopes has no administrator (any more). */
  async isOneDeserted(tx: Transaction, scopeIds: readonly string[]): Promise<boolean> {
    for (const scopeId of scopeIds) if (!(await this.isThere(tx, scopeId))) return true;
    return false;
  }
}
