import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';

/** How many rows of each kind were deleted. */
export type DeletedCounts = Readonly<Record<'sessions' | 'apiTokens' | 'links' | 'resetRequests' | 'invitations' | 'claims' | 'mails' | 'signIns' | 'guests' | 'rounds', number>>;

/** Deletes what its time has come for; the days stand in docs/privacy/deletion-plan.md, and a test holds the two together. */
@Injectable()
export class RetentionRepository {
  async deleteDue(tx: Transaction): Promise<DeletedCounts> {
    return {
      sessions: await tx.$executeRaw`DELETE FROM sessions WHERE least(ended_at, expires_at) < now() - make_interval(days => ${RETENTION_DAYS.sessions}::int)`,
      apiTokens: await tx.$executeRaw`DELETE FROM api_tokens WHERE least(revoked_at, expires_at) < now() - make_interval(days => ${RETENTION_DAYS.apiTokens}::int)`,
      links: await tx.$executeRaw`DELETE FROM one_time_links WHERE least(used_at, revoked_at, expires_at) < now() - make_interval(days => ${RETENTION_DAYS.links}::int)`,
      resetRequests: await tx.$executeRaw`DELETE FROM password_reset_requests WHERE created_at < now() - make_interval(days => ${RETENTION_DAYS.resetRequests}::int)`,
      invitations: await tx.$executeRaw`DELETE FROM invitations WHERE least(accepted_at, withdrawn_at, expires_at) < now() - make_interval(days => ${RETENTION_DAYS.invitations}::int)`,
      claims: await tx.$executeRaw`DELETE FROM membership_claims WHERE decided_at < now() - make_interval(days => ${RETENTION_DAYS.claims}::int)`,
      mails: await tx.$executeRaw`DELETE FROM mails WHERE created_at < now() - make_interval(days => ${RETENTION_DAYS.mails}::int)`,
      signIns:
        (await tx.$executeRaw`DELETE FROM sign_in_attempts WHERE expires_at < now() - make_interval(days => ${RETENTION_DAYS.signIns}::int)`)
        + (await tx.$executeRaw`DELETE FROM logout_notices WHERE expires_at < now() - make_interval(days => ${RETENTION_DAYS.signIns}::int)`),
      guests: await tx.$executeRaw`DELETE FROM guests g USING guest_doors d WHERE d.gathering_id = g.gathering_id AND d.closes_at < now() - make_interval(days => ${RETENTION_DAYS.guests}::int)`,
      rounds: await tx.$executeRaw`DELETE FROM retention_rounds WHERE ran_at < now() - make_interval(days => ${RETENTION_DAYS.rounds}::int)`,
    };
  }

  async noteRound(tx: Transaction, id: string, deleted: DeletedCounts): Promise<void> {
    await tx.$executeRaw`INSERT INTO retention_rounds (id, deleted) VALUES (${id}::uuid, ${JSON.stringify(deleted)}::jsonb)`;
  }
}

/** Days after which each kind is deleted, counted from its end (sessions, tokens, links, invitations, claims, a guest's gathering) or from when it was written (mails, requests, rounds). */
export const RETENTION_DAYS: DeletedCounts = { sessions: 30, apiTokens: 90, links: 30, resetRequests: 1, invitations: 90, claims: 90, mails: 90, signIns: 1, guests: 28, rounds: 365 };
