import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import { hashToken, newLinkToken } from '@konzeptwerkstatt/platform-auth';
import { PrismaDatabase, type Transaction } from '@konzeptwerkstatt/platform-database';
import { linkExpired, linkUnknown, linkUsed } from '../domain/identity.errors.js';
import { CODE_LENGTH, letterCode } from '../domain/link-code.policy.js';
import { LINK_MINUTES, LINK_PAYLOADS, type LinkPayload, type LinkPurpose, type LinkState } from '../domain/one-time-link.policy.js';

/** What a new link is to carry. */
export interface NewLink<P extends LinkPurpose> {
  readonly purpose: P;
  readonly payload: LinkPayload<P>;
  /** Null for what concerns the whole installation. */
  readonly municipalityId: string | null;
  /** The person who makes it; null for the installation itself. */
  readonly createdBy: string | null;
  /** Whether somebody will type it from paper: then it is a code of sixteen signs. */
  readonly isTyped?: boolean;
  /** How long it lasts; by default what its purpose says. */
  readonly minutes?: number;
}

/** Where a link stands, and what it carries. */
export interface LinkView<P extends LinkPurpose> {
  readonly state: LinkState;
  /** Null unless it is open. */
  readonly payload: LinkPayload<P> | null;
}

/** So many tries with a wrong password or a taken address one link allows in a row; then it pauses, twice as long each time, a day at most. */
const FAILURES_IN_A_ROW = 5;
const FIRST_PAUSE_MINUTES = 15;
const LONGEST_PAUSE_MINUTES = 24 * 60;

interface LinkRow {
  readonly state: Exclude<LinkState, 'unknown'>;
  readonly payload: unknown;
}

/**
 * Links that work once. The token stands only in the link (behind `#`, so that no server log and no Referer has it); the database
 * has its hash. Times are the database's. Looking at a link never uses it: mail scanners open links too.
 */
@Injectable()
export class OneTimeLinkRepository {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  /** @returns the token, which is given out once and never again */
  async create<P extends LinkPurpose>(tx: Transaction, { purpose, payload, municipalityId, createdBy, isTyped = false, minutes = LINK_MINUTES[purpose] }: NewLink<P>): Promise<string> {
    const token = isTyped ? letterCode(randomBytes(CODE_LENGTH)) : newLinkToken();
    await tx.$executeRaw`
      INSERT INTO one_time_links (id, purpose, token_hash, municipality_id, payload, created_by, expires_at)
      VALUES (${newId()}::uuid, ${purpose}, ${hashToken(token)}, ${municipalityId}::uuid, ${JSON.stringify(payload)}::jsonb, ${createdBy}::uuid,
        now() + make_interval(mins => ${minutes}::int))`;
    return token;
  }

  /** Looks at a link without using it. */
  async look<P extends LinkPurpose>(purpose: P, token: string): Promise<LinkView<P>> {
    const [row] = await this.database.client.$queryRaw<LinkRow[]>`
      SELECT CASE WHEN used_at IS NOT NULL THEN 'used' WHEN revoked_at IS NOT NULL OR expires_at <= now() THEN 'expired' ELSE 'open' END AS state, payload
      FROM one_time_links WHERE token_hash = ${hashToken(token)} AND purpose = ${purpose}`;
    if (!row) return { state: 'unknown', payload: null };
    return { state: row.state, payload: row.state === 'open' ? parsed(purpose, row.payload) : null };
  }

  /**
   * Uses a link up, together with what the caller's transaction does: of two at once one gets it, and a failure gives it back.
   * @throws ValidationError LINK_UNKNOWN, LINK_USED or LINK_EXPIRED at `token`
   */
  async use<P extends LinkPurpose>(tx: Transaction, purpose: P, token: string): Promise<LinkPayload<P>> {
    const [row] = await tx.$queryRaw<{ payload: unknown }[]>`
      UPDATE one_time_links SET used_at = now()
      WHERE token_hash = ${hashToken(token)} AND purpose = ${purpose} AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now() RETURNING payload`;
    if (row) return parsed(purpose, row.payload);
    const [known] = await tx.$queryRaw<{ used: boolean }[]>`
      SELECT used_at IS NOT NULL AS used FROM one_time_links WHERE token_hash = ${hashToken(token)} AND purpose = ${purpose}`;
    if (!known) throw linkUnknown();
    throw known.used ? linkUsed() : linkExpired();
  }

  /** How many seconds a link takes no password yet; 0: it does. */
  async pausedSeconds(purpose: LinkPurpose, token: string): Promise<number> {
    const [row] = await this.database.client.$queryRaw<{ seconds: number }[]>`
      SELECT ceil(extract(epoch FROM paused_until - now()))::int AS seconds FROM one_time_links WHERE token_hash = ${hashToken(token)} AND purpose = ${purpose} AND paused_until > now()`;
    return row?.seconds ?? 0;
  }

  /** Counts a try that told something about an account; each fifth pauses the link, and what began before the pause does not end it. Of its own, because what failed is rolled back. */
  async noteFailure(purpose: LinkPurpose, token: string): Promise<void> {
    await this.database.client.$executeRaw`
      UPDATE one_time_links SET failures = failures + 1, paused_until = CASE WHEN (failures + 1) % ${FAILURES_IN_A_ROW}::int = 0
        THEN now() + make_interval(mins => least(${FIRST_PAUSE_MINUTES}::int * power(2, least((failures + 1) / ${FAILURES_IN_A_ROW}::int - 1, 10))::int, ${LONGEST_PAUSE_MINUTES}::int)) ELSE paused_until END
      WHERE token_hash = ${hashToken(token)} AND purpose = ${purpose} AND used_at IS NULL AND revoked_at IS NULL`;
  }

  /** Ends every open link of a purpose whose payload contains `match`, so that only a newer one works. @returns how many */
  revoke<P extends LinkPurpose>(tx: Transaction, purpose: P, match: Partial<LinkPayload<P>>): Promise<number> {
    return tx.$executeRaw`
      UPDATE one_time_links SET revoked_at = now()
      WHERE purpose = ${purpose} AND used_at IS NULL AND revoked_at IS NULL AND payload @> ${JSON.stringify(match)}::jsonb`;
  }
}

function parsed<P extends LinkPurpose>(purpose: P, payload: unknown): LinkPayload<P> {
  return LINK_PAYLOADS[purpose].parse(payload) as LinkPayload<P>;
}
