import { Inject, Injectable } from '@nestjs/common';
import { acrossMunicipalities, PrismaDatabase, type MembershipRole } from '@konzeptwerkstatt/platform-database';

/** A session as its person sees it. */
export interface SessionView {
  readonly id: string;
  readonly deviceLabel: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** A token for scripts as its person sees it; never the token itself. */
export interface ApiTokenView {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date;
}

/** A person's own account. */
export interface AccountView {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly locale: string;
}

/** An organisation a person may act for. */
export interface MembershipView {
  readonly id: string;
  readonly municipalityId: string;
  readonly organisationId: string;
  readonly role: MembershipRole;
}

/** What a person may read of her own account. */
@Injectable()
export class AccountReader {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  account(personId: string): Promise<AccountView | null> {
    return this.database.client.person.findUnique({ where: { id: personId }, select: { id: true, email: true, displayName: true, locale: true } });
  }

  /** Open sessions, the latest used first. A person has few, so they are read as a whole. @param credentialId of the request: a session that a provider opened shows itself only */
  sessions(personId: string, credentialId: string | null): PromiseLike<SessionView[]> {
    return this.database.client.$queryRaw<SessionView[]>`
      SELECT id::text, device_label AS "deviceLabel", created_at AS "createdAt", last_seen_at AS "lastSeenAt" FROM sessions
      WHERE person_id = ${personId}::uuid AND ended_at IS NULL AND expires_at > now()
        AND (id = ${credentialId}::uuid OR NOT EXISTS (SELECT FROM provider_sessions k WHERE k.session_id = ${credentialId}::uuid)) ORDER BY last_seen_at DESC, id LIMIT 1000`;
  }

  /** Valid tokens, the newest first. @param credentialId of the request: a session that a provider opened shows none */
  apiTokens(personId: string, credentialId: string | null): PromiseLike<ApiTokenView[]> {
    return this.database.client.$queryRaw<ApiTokenView[]>`
      SELECT id::text, name, created_at AS "createdAt", last_used_at AS "lastUsedAt", expires_at AS "expiresAt" FROM api_tokens
      WHERE person_id = ${personId}::uuid AND revoked_at IS NULL AND expires_at > now()
        AND NOT EXISTS (SELECT FROM provider_sessions k WHERE k.session_id = ${credentialId}::uuid) ORDER BY created_at DESC, id LIMIT 1000`;
  }

  /** @param credentialId of the request: a session that a municipality's provider opened reaches that municipality only */
  memberships(personId: string, credentialId: string | null): Promise<MembershipView[]> {
    return acrossMunicipalities('a person may work in several municipalities', async () => {
      const bound = credentialId === null ? null : await this.database.client.providerSession.findUnique({ where: { sessionId: credentialId }, select: { municipalityId: true } });
      return this.database.client.membership.findMany({
        where: { personId, endedAt: null, organisation: { removedAt: null }, ...(bound ? { municipalityId: bound.municipalityId } : {}) },
        select: { id: true, municipalityId: true, organisationId: true, role: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
    });
  }
}
