import { Inject, Injectable } from '@nestjs/common';
import { acrossMunicipalities, PrismaDatabase, type Transaction } from '@konzeptwerkstatt/platform-database';

/** What a provider has to do with a session. */
export interface ProviderSessionFacts {
  readonly sessionId: string;
  readonly municipalityId: string;
  readonly providerId: string;
  readonly identityId: string;
  readonly sidHash: string | null;
  readonly logoutEndpoint: string | null;
  /** Sealed for `identityHintPurpose(sessionId)`. */
  readonly identityHint: string;
}

/** A session that was ended. */
export interface EndedProviderSession {
  readonly sessionId: string;
  readonly personId: string;
  readonly municipalityId: string;
}

/** What the token of a session is sealed for. */
export const identityHintPurpose = (sessionId: string): string => `provider-session/${sessionId}`;

/** Writes which sessions a provider opened. */
@Injectable()
export class ProviderSessionRepository {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  /** From now on the session ends twelve hours after its sign-in, however much it is used: a provider that forgets somebody does not always say so. */
  async insert(tx: Transaction, { ...facts }: ProviderSessionFacts): Promise<void> {
    await tx.providerSession.create({ data: facts });
    await tx.$executeRaw`UPDATE sessions SET expires_at = created_at + interval '12 hours' WHERE id = ${facts.sessionId}::uuid`;
  }

  /** @param sessionId of a request's credential @returns null for a session that began with a password, and for a token for scripts */
  async find(sessionId: string | null): Promise<(Pick<ProviderSessionFacts, 'municipalityId' | 'logoutEndpoint' | 'identityHint'> & { readonly clientId: string }) | null> {
    if (sessionId === null) return null;
    return acrossMunicipalities('a session is found by its own id', async () => {
      const row = await this.database.client.providerSession.findUnique({ where: { sessionId }, select: { municipalityId: true, logoutEndpoint: true, identityHint: true, provider: { select: { clientId: true } } } });
      return row && { municipalityId: row.municipalityId, logoutEndpoint: row.logoutEndpoint, identityHint: row.identityHint, clientId: row.provider.clientId };
    });
  }

  /** Forgets what the provider knows of a session that its person has ended. */
  async forget(tx: Transaction, sessionId: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM provider_sessions WHERE session_id = ${sessionId}::uuid`;
  }

  /** Ends the sessions of a provider that all of the given facts fit. */
  end(tx: Transaction, { providerId, sidHash = null, identityId = null, subjectHash = null }: { readonly providerId: string; readonly sidHash?: string | null; readonly identityId?: string | null; readonly subjectHash?: string | null }): Promise<EndedProviderSession[]> {
    return tx.$queryRaw<EndedProviderSession[]>`
      UPDATE sessions s SET ended_at = now() FROM provider_sessions k JOIN external_identities i ON i.id = k.identity_id
      WHERE k.session_id = s.id AND s.ended_at IS NULL AND k.provider_id = ${providerId}::uuid
        AND (${sidHash}::text IS NULL OR k.sid_hash = ${sidHash}) AND (${identityId}::uuid IS NULL OR k.identity_id = ${identityId}::uuid) AND (${subjectHash}::text IS NULL OR i.subject_hash = ${subjectHash})
      RETURNING s.id::text AS "sessionId", s.person_id::text AS "personId", k.municipality_id::text AS "municipalityId"`;
  }

  /** Notes a provider's word that somebody signed out. @returns false when it was heard before */
  async noteNotice(tx: Transaction, notice: { readonly providerId: string; readonly municipalityId: string; readonly noticeHash: string; readonly seconds: number }): Promise<boolean> {
    await tx.$executeRaw`DELETE FROM logout_notices WHERE expires_at < now()`;
    const count = await tx.$executeRaw`
      INSERT INTO logout_notices (provider_id, municipality_id, notice_hash, expires_at)
      VALUES (${notice.providerId}::uuid, ${notice.municipalityId}::uuid, ${notice.noticeHash}, now() + make_interval(secs => ${notice.seconds}::int)) ON CONFLICT DO NOTHING`;
    return count > 0;
  }
}
