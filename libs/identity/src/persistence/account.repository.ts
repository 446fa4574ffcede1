import { Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';

/** What mails to a person need. */
export interface MailedPerson {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly locale: string;
  /** Whose administrators may see mails to her: the municipality of all her memberships; null when there are several or none, and when she runs the installation. */
  readonly municipalityId: string | null;
}

/** A municipality she has to do with, for events; her first one. */
interface MunicipalityRow {
  readonly municipality_id: string;
}

/** Writes what belongs to accounts as a whole. Times are the database's. */
@Injectable()
export class AccountRepository {
  async noteResetRequest(tx: Transaction, email: string): Promise<void> {
    await tx.$executeRaw`INSERT INTO password_reset_requests (id, email) VALUES (${newId()}::uuid, ${email})`;
  }

  /** Takes all requests, each address once. */
  async takeResetRequests(tx: Transaction): Promise<string[]> {
    const rows = await tx.$queryRaw<{ email: string }[]>`
      WITH taken AS (DELETE FROM password_reset_requests WHERE id IN (SELECT id FROM password_reset_requests ORDER BY created_at LIMIT 200 FOR UPDATE SKIP LOCKED) RETURNING email, created_at)
      SELECT DISTINCT email FROM taken WHERE created_at > now() - interval '1 hour'`;
    return rows.map(({ email }) => email);
  }

  /** By id or by address; null when there is no such account. */
  async findMailed(tx: Transaction, key: { readonly id: string } | { readonly email: string }): Promise<MailedPerson | null> {
    const person = await tx.person.findFirst({ where: { ...key, disabledAt: null }, select: { id: true, email: true, displayName: true, locale: true } });
    if (!person) return null;
    // An administrator who reads kept mails must not get into an account that counts elsewhere, too, or that runs the installation.
    const rows = await tx.$queryRaw<MunicipalityRow[]>`
      SELECT DISTINCT municipality_id::text FROM memberships WHERE person_id = ${person.id}::uuid AND ended_at IS NULL
        AND NOT EXISTS (SELECT FROM grants WHERE subject_kind = 'person' AND subject_id = ${person.id}::uuid AND scope_kind = 'installation' AND (valid_to IS NULL OR valid_to > now()))`;
    return { ...person, municipalityId: rows.length === 1 ? (rows[0]?.municipality_id ?? null) : null };
  }

  /** @returns false when the address belongs to another account */
  async setEmail(tx: Transaction, personId: string, email: string): Promise<boolean> {
    const count = await tx.$executeRaw`
      UPDATE persons SET email = ${email} WHERE id = ${personId}::uuid AND disabled_at IS NULL AND NOT EXISTS (SELECT FROM persons other WHERE other.email = ${email} AND other.id <> ${personId}::uuid)`;
    return count > 0;
  }

  /** The municipality in whose stream events of the account stand: that of her oldest membership, present ones first. */
  async homeOf(tx: Transaction, personId: string): Promise<string | null> {
    const rows = await tx.$queryRaw<MunicipalityRow[]>`SELECT municipality_id::text FROM memberships WHERE person_id = ${personId}::uuid ORDER BY ended_at IS NOT NULL, created_at, id LIMIT 1`;
    return rows[0]?.municipality_id ?? null;
  }

  /**
   * Takes name, address and password away and deletes what only served her: sessions, tokens, rights, claims, links, contacts with
   * her address. The row stays without a name, so that nothing that points to it breaks.
   */
  async erase(tx: Transaction, personId: string, email: string): Promise<void> {
    await tx.$executeRaw`UPDATE persons SET email = ${`${personId}@geloescht.invalid`}, display_name = 'Ehemaliges Mitglied', password_hash = NULL, locale = 'de', disabled_at = now(), erased_at = now() WHERE id = ${personId}::uuid`;
    await tx.$executeRaw`DELETE FROM sessions WHERE person_id = ${personId}::uuid`;
    await tx.$executeRaw`DELETE FROM api_tokens WHERE person_id = ${personId}::uuid`;
    await tx.$executeRaw`DELETE FROM membership_claims WHERE person_id = ${personId}::uuid`;
    await tx.$executeRaw`UPDATE memberships SET ended_at = COALESCE(ended_at, now()), role = 'member' WHERE person_id = ${personId}::uuid`;
    // Who she was to a provider stays as a hash: without it her account would come back when she signs in there.
    await tx.$executeRaw`UPDATE external_identities SET last_sign_in_at = NULL, administers = false WHERE person_id = ${personId}::uuid`;
    await tx.$executeRaw`DELETE FROM grants WHERE subject_kind = 'person' AND subject_id = ${personId}::uuid`;
    await tx.$executeRaw`DELETE FROM invitations WHERE email = ${email} OR accepted_by = ${personId}::uuid`;
    await tx.$executeRaw`UPDATE invitations SET invited_by = NULL WHERE invited_by = ${personId}::uuid`;
    await tx.$executeRaw`DELETE FROM one_time_links WHERE payload->>'personId' = ${personId}`;
    await tx.$executeRaw`UPDATE one_time_links SET created_by = NULL WHERE created_by = ${personId}::uuid`;
    await tx.$executeRaw`DELETE FROM mails WHERE recipient = ${email}`;
    await tx.$executeRaw`DELETE FROM organisation_contacts WHERE lower(email) = ${email}`;
    await tx.$executeRaw`DELETE FROM password_reset_requests WHERE email = ${email}`;
    await tx.$executeRaw`DELETE FROM engine.idempotent_mutation WHERE actor_key LIKE ${`person/${personId}/%`}`;
  }
}
