import { Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { RoleGrant } from '../domain/role-grant.policy.js';

/** Where grants come from and to whom they go. */
export interface GrantOrigin {
  readonly municipalityId: string;
  readonly subjectKind: 'person' | 'organisation';
  readonly subjectId: string;
  readonly originKind: string;
  readonly originId: string;
  /** When it ends by itself, ISO 8601; left out or null: when somebody ends it. */
  readonly validTo?: string | null;
}

/**
 * Writes the one table the access policy reads. Its columns hold whole milliseconds: a time that were rounded up would not have come yet
 * for whoever looks again in the same transaction, so it is cut.
 */
@Injectable()
export class GrantRepository {
  /** The same origin and scope is one row: written again it is renewed, so that a repeated event does no harm. */
  async insert(tx: Transaction, origin: GrantOrigin, { role, scopeKind, scopeId }: RoleGrant): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO grants (id, municipality_id, subject_kind, subject_id, role, scope_kind, scope_id, origin_kind, origin_id, valid_from, valid_to)
      VALUES (${newId()}::uuid, ${origin.municipalityId}::uuid, ${origin.subjectKind}::"SubjectKind", ${origin.subjectId}::uuid,
        ${role}::"AccessRole", ${scopeKind}::"ScopeKind", ${scopeId}::uuid, ${origin.originKind}, ${origin.originId}::uuid, date_trunc('milliseconds', now()), ${origin.validTo ?? null}::timestamptz)
      ON CONFLICT (origin_kind, origin_id, scope_kind, scope_id) DO UPDATE SET role = excluded.role, valid_to = excluded.valid_to`;
  }

  /** Ends everything that came from an origin. @returns how many grants */
  async end(tx: Transaction, originKind: string, originId: string): Promise<number> {
    return tx.$executeRaw`
      UPDATE grants SET valid_to = date_trunc('milliseconds', now())
      WHERE origin_kind = ${originKind} AND origin_id = ${originId}::uuid AND (valid_to IS NULL OR valid_to > now())`;
  }

  /** Ends everything that came from origins of a kind, but for what is wanted of it. @returns how many grants */
  async endExcept(tx: Transaction, originKind: string, wanted: readonly { readonly subjectId: string; readonly scopeKind: string; readonly scopeId: string }[]): Promise<number> {
    const keys = wanted.map(({ subjectId, scopeKind, scopeId }) => `${subjectId}/${scopeKind}/${scopeId}`);
    return tx.$executeRaw`
      UPDATE grants SET valid_to = date_trunc('milliseconds', now())
      WHERE origin_kind = ${originKind} AND (valid_to IS NULL OR valid_to > now()) AND NOT (subject_id::text || '/' || scope_kind::text || '/' || scope_id::text = ANY (${keys}::text[]))`;
  }

  /** Whether the person holds the right to administer the municipality. */
  async hasAdministration(tx: Transaction, personId: string, municipalityId: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM grants WHERE subject_kind = 'person' AND subject_id = ${personId}::uuid AND municipality_id = ${municipalityId}::uuid AND scope_kind = 'municipality'
        AND role = 'administrator' AND (valid_to IS NULL OR valid_to > now()) LIMIT 1`;
    return rows.length > 0;
  }

  /** Ends a person's right to administer a municipality, or the installation under its id. @returns where it came from; usually one origin */
  async endAdministration(tx: Transaction, personId: string, scopeId: string): Promise<Pick<GrantOrigin, 'originKind' | 'originId'>[]> {
    return tx.$queryRaw<Pick<GrantOrigin, 'originKind' | 'originId'>[]>`
      UPDATE grants SET valid_to = date_trunc('milliseconds', now())
      WHERE subject_kind = 'person' AND subject_id = ${personId}::uuid AND municipality_id = ${scopeId}::uuid AND scope_kind IN ('municipality', 'installation')
        AND role = 'administrator' AND (valid_to IS NULL OR valid_to > now()) RETURNING origin_kind AS "originKind", origin_id::text AS "originId"`;
  }
}
