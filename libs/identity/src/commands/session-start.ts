import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import { sessionEnded, sessionStarted } from '@konzeptwerkstatt/contracts';
import { hashToken } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, type Unit } from '@konzeptwerkstatt/platform-outbox';
import { deviceLabel } from '../domain/device-label.policy.js';
import type { MembershipRecord } from '../persistence/person.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';

/** Session and person of a request. */
export interface PreviousSession {
  readonly sessionId: string;
  readonly personId: string;
}

/** Whose session starts, and in which browser. */
export interface StartingSession {
  /** New; a browser's old token is never used again. */
  readonly token: string;
  readonly personId: string;
  readonly membership: Pick<MembershipRecord, 'municipalityId' | 'organisationId'>;
  readonly userAgent: string;
  /** The session of the request, if there was one: it ends, so that no two go on in one browser. */
  readonly previous: PreviousSession | null;
}

/** Starts sessions within the unit of work of a command. */
@Injectable()
export class SessionStart {
  constructor(@Inject(SessionRepository) private readonly sessions: SessionRepository) {}

  /** @returns the session's id */
  async start({ tx, events }: Unit<Transaction>, { token, personId, membership, userAgent, previous }: StartingSession): Promise<string> {
    const { municipalityId } = membership;
    if (previous && (await this.sessions.end(tx, previous.personId, previous.sessionId))) {
      const { sessionId } = previous;
      events.record(sessionEnded, { municipalityId, aggregateType: 'session', aggregateId: sessionId, editionId: null, payload: { sessionId } });
      await sendWakeUp(tx, { kind: 'access', personId: previous.personId, municipalityId: null });
    }
    const sessionId = newId();
    await this.sessions.insert(tx, { id: sessionId, tokenHash: hashToken(token), personId, acting: membership, deviceLabel: deviceLabel(userAgent) });
    events.record(sessionStarted, { municipalityId, aggregateType: 'session', aggregateId: sessionId, editionId: null, payload: { sessionId } });
    return sessionId;
  }
}
