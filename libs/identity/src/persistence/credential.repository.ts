import { Inject, Injectable } from '@nestjs/common';
import type { RoomVisitor } from '@konzeptwerkstatt/contracts';
import type { Credential } from '@konzeptwerkstatt/platform-auth';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';

interface VisitorRow {
  readonly credential_id: string;
  readonly is_stale: boolean;
  readonly person_id: string;
  readonly person_name: string;
  readonly municipality_id: string;
  readonly organisation_id: string;
  readonly organisation_name: string;
}

/** Finds visitors by the hash of their session or API token. */
@Injectable()
export class CredentialRepository {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  /** Null when the credential is unknown, ended or expired, the account disabled, or no organisation is left to act for. */
  async findVisitor(kind: Exclude<Credential['kind'], 'guest'>, tokenHash: string): Promise<RoomVisitor | null> {
    const [row] = kind === 'session' ? await this.sessionRows(tokenHash) : await this.tokenRows(tokenHash);
    if (!row) return null;
    if (row.is_stale) await (kind === 'session' ? this.prolong(row.credential_id) : this.noteUse(row.credential_id));
    return toVisitor(row);
  }

  async findVisitorOfSession(sessionId: string): Promise<RoomVisitor | null> {
    const session = await this.database.client.session.findUnique({ where: { id: sessionId }, select: { tokenHash: true } });
    return session && this.findVisitor('session', session.tokenHash);
  }

  /**
   * The acting organisation if the person still belongs to it, else the one she has belonged to longest. A session that a municipality's provider
   * opened reaches that municipality only: whoever runs the provider could be anybody in it, and must be nobody elsewhere.
   */
  private sessionRows(tokenHash: string): PromiseLike<VisitorRow[]> {
    return this.database.client.$queryRaw<VisitorRow[]>`
      SELECT s.id::text AS credential_id, s.last_seen_at < now() - interval '5 minutes' AS is_stale, p.id::text AS person_id, p.display_name AS person_name,
        m.municipality_id::text AS municipality_id, m.organisation_id::text AS organisation_id, o.name AS organisation_name
      FROM sessions s
      JOIN persons p ON p.id = s.person_id AND p.disabled_at IS NULL
      JOIN memberships m ON m.person_id = p.id AND m.ended_at IS NULL
      JOIN organisations o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id AND o.removed_at IS NULL
      LEFT JOIN provider_sessions k ON k.session_id = s.id
      WHERE (k.session_id IS NULL OR k.municipality_id = m.municipality_id) AND s.token_hash = ${tokenHash} AND s.ended_at IS NULL AND s.expires_at > now()
      ORDER BY (m.organisation_id = s.acting_organisation_id) DESC NULLS LAST, m.created_at, m.id
      LIMIT 1`;
  }

  private tokenRows(tokenHash: string): PromiseLike<VisitorRow[]> {
    return this.database.client.$queryRaw<VisitorRow[]>`
      SELECT t.id::text AS credential_id, t.last_used_at IS NULL OR t.last_used_at < now() - interval '5 minutes' AS is_stale,
        p.id::text AS person_id, p.display_name AS person_name,
        m.municipality_id::text AS municipality_id, m.organisation_id::text AS organisation_id, o.name AS organisation_name
      FROM api_tokens t
      JOIN persons p ON p.id = t.person_id AND p.disabled_at IS NULL
      JOIN memberships m ON m.person_id = p.id AND m.organisation_id = t.acting_organisation_id AND m.ended_at IS NULL
      JOIN organisations o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id AND o.removed_at IS NULL
      WHERE t.token_hash = ${tokenHash} AND t.revoked_at IS NULL AND t.expires_at > now()`;
  }

  /** A session in use lives on for fourteen days; one that a provider opened does not. */
  private async prolong(id: string): Promise<void> {
    await this.database.client.$executeRaw`
      UPDATE sessions s SET last_seen_at = now(), expires_at = CASE WHEN EXISTS (SELECT FROM provider_sessions k WHERE k.session_id = s.id) THEN s.expires_at ELSE now() + interval '14 days' END
      WHERE s.id = ${id}::uuid AND s.ended_at IS NULL`;
  }

  private async noteUse(id: string): Promise<void> {
    await this.database.client.$executeRaw`UPDATE api_tokens SET last_used_at = now() WHERE id = ${id}::uuid`;
  }
}

function toVisitor(row: VisitorRow): RoomVisitor {
  return {
    actor: { kind: 'person', personId: row.person_id, guestId: null, organisationId: row.organisation_id, gatheringId: null, municipalityId: row.municipality_id },
    credentialId: row.credential_id,
    personName: row.person_name,
    organisationName: row.organisation_name,
  };
}
