import { Inject, Injectable, Optional } from '@nestjs/common';
import { PERSONAL_DATA_SOURCES, type PersonalDataSource } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';

/** Rows as they are kept, by what they are. */
export type PersonalData = Readonly<Record<string, unknown>>;

type Rows = readonly Record<string, unknown>[];

/** Reads all that is kept of one person, in every municipality, for herself alone. Secrets (hashes of passwords and tokens) stay out. */
@Injectable()
export class PersonalDataReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Optional() @Inject(PERSONAL_DATA_SOURCES) private readonly sources: readonly PersonalDataSource[] | null = null,
  ) {}

  /** Times are ISO 8601, UTC. Activities: what she did and when, at most the latest 20,000. */
  async read(personId: string): Promise<PersonalData> {
    const { client } = this.database;
    const [account] = await client.$queryRaw<Rows>`SELECT id::text, email, display_name AS name, locale AS language, created_at AS "createdAt" FROM persons WHERE id = ${personId}::uuid`;
    const email = String(account?.['email'] ?? '');
    const [memberships, claims, sessions, apiTokens, invitations, contacts, mails, roles, signInAccounts, sentInvitations, files, activities] = await Promise.all([
      client.$queryRaw<Rows>`SELECT o.name AS organisation, c.name AS municipality, m.role::text, m.created_at AS since, m.ended_at AS until FROM memberships m JOIN organisations o ON o.id = m.organisation_id JOIN municipalities c ON c.id = m.municipality_id WHERE m.person_id = ${personId}::uuid ORDER BY m.created_at`,
      client.$queryRaw<Rows>`SELECT o.name AS organisation, q.created_at AS "saidAt", q.decided_at AS "decidedAt", q.is_confirmed AS "isConfirmed" FROM membership_claims q JOIN organisations o ON o.id = q.organisation_id WHERE q.person_id = ${personId}::uuid ORDER BY q.created_at`,
      client.$queryRaw<Rows>`SELECT device_label AS device, created_at AS "signedInAt", last_seen_at AS "lastSeenAt", ended_at AS "endedAt", expires_at AS "expiresAt" FROM sessions WHERE person_id = ${personId}::uuid ORDER BY created_at`,
      client.$queryRaw<Rows>`SELECT name, created_at AS "createdAt", last_used_at AS "lastUsedAt", expires_at AS "expiresAt", revoked_at AS "revokedAt" FROM api_tokens WHERE person_id = ${personId}::uuid ORDER BY created_at`,
      client.$queryRaw<Rows>`SELECT o.name AS organisation, i.way::text, i.name, i.email, i.created_at AS "invitedAt", i.accepted_at AS "acceptedAt", i.withdrawn_at AS "withdrawnAt" FROM invitations i JOIN organisations o ON o.id = i.organisation_id WHERE i.email = ${email} OR i.accepted_by = ${personId}::uuid ORDER BY i.created_at`,
      client.$queryRaw<Rows>`SELECT o.name AS organisation, k.role::text, k.name, k.email, k.phone FROM organisation_contacts k JOIN organisations o ON o.id = k.organisation_id WHERE lower(k.email) = ${email}`,
      client.$queryRaw<Rows>`SELECT kind, subject, state::text, created_at AS "writtenAt", settled_at AS "settledAt" FROM mails WHERE recipient = ${email} ORDER BY created_at`,
      client.$queryRaw<Rows>`SELECT role::text, scope_kind::text AS "scopeKind", scope_id::text AS "scopeId", valid_from AS "validFrom", valid_to AS "validTo" FROM grants WHERE subject_kind = 'person' AND subject_id = ${personId}::uuid ORDER BY valid_from`,
      client.$queryRaw<Rows>`SELECT p.label, p.issuer, i.linked_at AS "linkedAt", i.last_sign_in_at AS "lastSignInAt" FROM external_identities i JOIN sign_in_providers p ON p.id = i.provider_id WHERE i.person_id = ${personId}::uuid ORDER BY i.linked_at`,
      client.$queryRaw<Rows>`SELECT o.name AS organisation, i.way::text, i.created_at AS "invitedAt" FROM invitations i JOIN organisations o ON o.id = i.organisation_id WHERE i.invited_by = ${personId}::uuid ORDER BY i.created_at`,
      client.$queryRaw<Rows>`SELECT name, purpose, media_type AS "mediaType", byte_size::int AS "byteSize", created_at AS "storedAt" FROM engine.stored_file WHERE uploaded_by = ${personId}::uuid ORDER BY created_at`,
      client.$queryRaw<Rows>`SELECT name, aggregate_type AS "aggregateType", aggregate_id::text AS "aggregateId", occurred_at AS "occurredAt" FROM engine.outbox_event WHERE actor->>'personId' = ${personId} ORDER BY inserted DESC LIMIT 20000`,
    ]);
    const others = await Promise.all((this.sources ?? []).map(async (source) => [source.name, await source.read(personId)] as const));
    return { ...Object.fromEntries(others), account, memberships, claims, sessions, apiTokens, invitations, contacts, mails, roles, signInAccounts, sentInvitations, files, activities };
  }
}
