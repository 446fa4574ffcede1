import { Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { INSTALLATION_ID } from '../domain/access.policy.js';

/** Writes the first account, office and right of a municipality. */
@Injectable()
export class NewAccountRepository {
  /** @returns the person's id; null when there is an account with that address */
  async insertPerson(tx: Transaction, person: { readonly email: string; readonly displayName: string; readonly passwordHash: string }): Promise<string | null> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO persons (id, email, display_name, password_hash) VALUES (${newId()}::uuid, ${person.email}, ${person.displayName}, ${person.passwordHash})
      ON CONFLICT (email) DO NOTHING RETURNING id::text`;
    return rows[0]?.id ?? null;
  }

  /** The office of the administration with that name, which is made when it is not there. @returns its id */
  async ensureOffice(tx: Transaction, municipalityId: string, name: string): Promise<string> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO organisations (id, municipality_id, kind, name) VALUES (${newId()}::uuid, ${municipalityId}::uuid, 'administration', ${name})
      ON CONFLICT (municipality_id, name) DO UPDATE SET removed_at = NULL RETURNING id::text`;
    return rows[0]?.id ?? '';
  }

  async insertMembership(tx: Transaction, municipalityId: string, personId: string, organisationId: string): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO memberships (id, municipality_id, person_id, organisation_id) VALUES (${newId()}::uuid, ${municipalityId}::uuid, ${personId}::uuid, ${organisationId}::uuid)
      ON CONFLICT (person_id, organisation_id) DO UPDATE SET ended_at = NULL`;
  }

  /** Whether anybody runs the installation who can still sign in. */
  async hasInstallationAdministrator(tx: Transaction): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM grants g JOIN persons p ON p.id = g.subject_id AND p.disabled_at IS NULL
      WHERE g.scope_kind = 'installation' AND g.municipality_id = ${INSTALLATION_ID}::uuid AND g.subject_kind = 'person' AND g.role = 'administrator'
        AND (g.valid_to IS NULL OR g.valid_to > now()) LIMIT 1`;
    return rows.length > 0;
  }

  /** Whether a municipality has an administrator who can still sign in. */
  async hasAdministrator(tx: Transaction, municipalityId: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM grants g JOIN persons p ON p.id = g.subject_id AND p.disabled_at IS NULL
      WHERE g.scope_kind = 'municipality' AND g.municipality_id = ${municipalityId}::uuid AND g.subject_kind = 'person' AND g.role = 'administrator'
        AND (g.valid_to IS NULL OR g.valid_to > now()) LIMIT 1`;
    return rows.length > 0;
  }
}
