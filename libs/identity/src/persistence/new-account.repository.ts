import { Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';

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
      ON CONFLICT (person_id, organisation_id) DO UPDATE SET ended_at = NULL, provider_id = NULL`;
  }
}
