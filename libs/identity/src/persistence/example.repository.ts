import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';

/** Removes example municipalities with everything identity has of them. */
@Injectable()
export class ExampleRepository {
  async lock(tx: Transaction, id: string): Promise<{ readonly name: string; readonly isExample: boolean } | null> {
    const [row] = await tx.$queryRaw<{ name: string; isExample: boolean }[]>`SELECT name, is_example AS "isExample" FROM municipalities WHERE id = ${id}::uuid FOR UPDATE`;
    return row ?? null;
  }

  /** Accounts go too, unless they also belong to another municipality. */
  async remove(tx: Transaction, id: string): Promise<void> {
    const people = await tx.$queryRaw<{ id: string; email: string }[]>`
      SELECT DISTINCT m.person_id::text AS id, p.email FROM memberships m JOIN persons p ON p.id = m.person_id WHERE m.municipality_id = ${id}::uuid
        AND NOT EXISTS (SELECT FROM memberships o WHERE o.person_id = m.person_id AND o.municipality_id <> m.municipality_id)`;
    const personIds = people.map((person) => person.id);
    // Before what says that a provider opened them: without it they would count as signed in with a password.
    await tx.$executeRaw`DELETE FROM sessions WHERE id IN (SELECT session_id FROM provider_sessions WHERE municipality_id = ${id}::uuid)`;
    await tx.$executeRaw`DELETE FROM external_identities WHERE municipality_id = ${id}::uuid OR person_id = ANY (${personIds}::uuid[])`;
    await this.removeCorrespondence(tx, id, people.map(({ email }) => email));
    await tx.$executeRaw`DELETE FROM membership_claims WHERE municipality_id = ${id}::uuid OR person_id = ANY (${personIds}::uuid[])`;
    await tx.$executeRaw`DELETE FROM memberships WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM guests WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM guest_doors WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM open_phases WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM grants WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM one_time_links WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM api_tokens WHERE acting_municipality_id = ${id}::uuid OR person_id = ANY (${personIds}::uuid[])`;
    await tx.$executeRaw`UPDATE sessions SET acting_municipality_id = NULL, acting_organisation_id = NULL WHERE acting_municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM sessions WHERE person_id = ANY (${personIds}::uuid[])`;
    await tx.$executeRaw`DELETE FROM persons WHERE id = ANY (${personIds}::uuid[])`;
    // With attempts and notices of it.
    await tx.$executeRaw`DELETE FROM sign_in_providers WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`UPDATE organisations SET parent_id = NULL WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM organisations WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM municipalities WHERE id = ${id}::uuid AND is_example`;
  }

  /** Invitations, contacts and mails; also mails to accounts that go and belong to no municipality, like those for a new password. */
  private async removeCorrespondence(tx: Transaction, id: string, addresses: readonly string[]): Promise<void> {
    await tx.$executeRaw`DELETE FROM invitations WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM organisation_contacts WHERE municipality_id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM mails WHERE municipality_id = ${id}::uuid OR (municipality_id IS NULL AND recipient = ANY (${[...addresses]}::text[]))`;
  }
}
