import { Inject, Injectable } from '@nestjs/common';
import { apiTokenRevoked, sessionEnded } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, type Unit } from '@konzeptwerkstatt/platform-outbox';
import { ApiTokenRepository } from '../persistence/api-token.repository.js';
import { OneTimeLinkRepository } from '../persistence/one-time-link.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';

/** Whose account, where its events stand, and what may go on. */
export interface Recovery {
  readonly personId: string;
  /** In whose stream the events stand; null when she never belonged anywhere. */
  readonly municipalityId: string | null;
  /** The session that may go on; null for none. */
  readonly keptSessionId: string | null;
}

/** Makes an account its owner's alone, within the unit of work of a command that sets a new password. */
@Injectable()
export class AccountRecovery {
  constructor(
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(ApiTokenRepository) private readonly tokens: ApiTokenRepository,
    @Inject(OneTimeLinkRepository) private readonly links: OneTimeLinkRepository,
  ) {}

  /**
   * Ends every way in that somebody may have prepared who knew the old password: other sessions, tokens for scripts, and open links
   * for another password or another address. Sockets close within two seconds.
   */
  async shutOthersOut({ tx, events }: Unit<Transaction>, { personId, municipalityId, keptSessionId }: Recovery): Promise<void> {
    await this.links.revoke(tx, 'password-reset', { personId });
    await this.links.revoke(tx, 'email-change', { personId });
    const sessionIds = await this.sessions.endOthers(tx, personId, keptSessionId);
    const tokenIds = await this.tokens.revokeAll(tx, personId);
    if (municipalityId !== null) {
      for (const sessionId of sessionIds) events.record(sessionEnded, { municipalityId, aggregateType: 'session', aggregateId: sessionId, editionId: null, payload: { sessionId } });
      for (const tokenId of tokenIds) events.record(apiTokenRevoked, { municipalityId, aggregateType: 'api-token', aggregateId: tokenId, editionId: null, payload: { tokenId } });
    }
    await sendWakeUp(tx, { kind: 'access', personId, municipalityId: null });
  }
}
