import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase, type Transaction } from '@konzeptwerkstatt/platform-database';

/** A person as a provider knows her. */
export interface KnownIdentity {
  readonly id: string;
  readonly municipalityId: string;
  readonly providerId: string;
  readonly personId: string;
  /** Whether her groups let her administer the municipality when she last signed in. */
  readonly administers: boolean;
  /** Her account was ended or erased. */
  readonly isEnded: boolean;
  /** Whoever runs the installation signs in with a password only. */
  readonly runsInstallation: boolean;
  readonly hasPassword: boolean;
}

/** What is stored of issuer (with or without a slash at its end) and subject, the only thing a person is known again by. */
export function subjectHash(issuer: string, subject: string): string {
  return createHash('sha256').update(`${new URL(issuer).href}\n${subject}`).digest('hex');
}

/** Writes by which accounts of other houses persons are known. */
@Injectable()
export class ExternalIdentityRepository {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  /** Whose subject it is; null for nobody's. */
  async findPersonId(providerId: string, hash: string): Promise<string | null> {
    const rows = await this.database.client.$queryRaw<{ id: string }[]>`SELECT person_id::text AS id FROM external_identities WHERE provider_id = ${providerId}::uuid AND subject_hash = ${hash}`;
    return rows[0]?.id ?? null;
  }

  /** The identity with that subject; until the end of the transaction nobody else makes one. */
  async lock(tx: Transaction, providerId: string, hash: string): Promise<KnownIdentity | null> {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`external-identity/${providerId}/${hash}`}, 0))::text`;
    const rows = await this.read(tx, { providerId, hash });
    return rows[0] ?? null;
  }

  async find(tx: Transaction, id: string): Promise<KnownIdentity | null> {
    const rows = await this.read(tx, { id });
    return rows[0] ?? null;
  }

  async findOfPerson(tx: Transaction, providerId: string, personId: string): Promise<KnownIdentity | null> {
    const rows = await this.read(tx, { providerId, personId });
    return rows[0] ?? null;
  }

  /** All of a person, in every municipality. */
  findAllOfPerson(tx: Transaction, personId: string): Promise<KnownIdentity[]> {
    return this.read(tx, { personId });
  }

  /** Whether a person runs the installation. */
  async runsInstallation(tx: Transaction, personId: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM grants WHERE subject_kind = 'person' AND subject_id = ${personId}::uuid AND scope_kind = 'installation' AND (valid_to IS NULL OR valid_to > now()) LIMIT 1`;
    return rows.length > 0;
  }

  /** Links a subject to a person. One that was an ended account's goes over to her. @returns the identity's id */
  async link(tx: Transaction, { municipalityId, providerId, personId, hash }: Pick<KnownIdentity, 'municipalityId' | 'providerId' | 'personId'> & { readonly hash: string }): Promise<string> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO external_identities (id, municipality_id, provider_id, person_id, subject_hash)
      VALUES (${newId()}::uuid, ${municipalityId}::uuid, ${providerId}::uuid, ${personId}::uuid, ${hash})
      ON CONFLICT (provider_id, subject_hash) DO UPDATE SET person_id = excluded.person_id, administers = false, linked_at = now(), last_sign_in_at = NULL RETURNING id::text`;
    return rows[0]?.id ?? '';
  }

  async unlink(tx: Transaction, id: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM external_identities WHERE id = ${id}::uuid`;
  }

  async noteSignIn(tx: Transaction, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE external_identities SET last_sign_in_at = now() WHERE id = ${id}::uuid`;
  }

  async setAdministers(tx: Transaction, id: string, administers: boolean): Promise<void> {
    await tx.$executeRaw`UPDATE external_identities SET administers = ${administers} WHERE id = ${id}::uuid`;
  }

  /** Locked, so that no sign-in begins a session with one that is being undone. */
  private read(tx: Transaction, { id = null, providerId = null, personId = null, hash = null }: { id?: string | null; providerId?: string | null; personId?: string | null; hash?: string | null }): Promise<KnownIdentity[]> {
    return tx.$queryRaw<KnownIdentity[]>`
      SELECT i.id::text, i.municipality_id::text AS "municipalityId", i.provider_id::text AS "providerId", i.person_id::text AS "personId", i.administers,
        p.disabled_at IS NOT NULL AS "isEnded", p.password_hash IS NOT NULL AS "hasPassword",
        EXISTS (SELECT FROM grants g WHERE g.subject_kind = 'person' AND g.subject_id = i.person_id AND g.scope_kind = 'installation' AND (g.valid_to IS NULL OR g.valid_to > now())) AS "runsInstallation"
      FROM external_identities i JOIN persons p ON p.id = i.person_id
      WHERE (${id}::uuid IS NULL OR i.id = ${id}::uuid) AND (${providerId}::uuid IS NULL OR i.provider_id = ${providerId}::uuid)
        AND (${personId}::uuid IS NULL OR i.person_id = ${personId}::uuid) AND (${hash}::text IS NULL OR i.subject_hash = ${hash}) ORDER BY i.id FOR UPDATE OF i`;
  }
}
