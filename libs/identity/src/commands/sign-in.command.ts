import { Inject, Injectable } from '@nestjs/common';
import { newId, type Actor } from '@konzeptwerkstatt/kernel';
import { sessionEnded, sessionStarted } from '@konzeptwerkstatt/contracts';
import { hashToken, newSessionToken } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, UnitOfWork, type Unit } from '@konzeptwerkstatt/platform-outbox';
import { deviceLabel } from '../domain/device-label.policy.js';
import { noMembership } from '../domain/identity.errors.js';
import { PersonRepository, type MembershipRecord } from '../persistence/person.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { PasswordGate, type PasswordAttempt } from './password.gate.js';

/** A try to sign in. */
export interface SignInAttempt extends PasswordAttempt {
  readonly userAgent: string;
  /** Session and person of the request, if there was one: it ends, so that no two go on in one browser. */
  readonly previous: { readonly sessionId: string; readonly personId: string } | null;
  readonly correlationId: string;
}

function actorOf(personId: string, { municipalityId, organisationId }: MembershipRecord): Actor {
  return { kind: 'person', personId, guestId: null, organisationId, gatheringId: null, municipalityId };
}

/** Signs somebody in: checks mail address and password, and starts a session with a new token. */
@Injectable()
export class SignInCommand {
  constructor(
    @Inject(PersonRepository) private readonly persons: PersonRepository,
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(PasswordGate) private readonly passwords: PasswordGate,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * @returns the session's token, for the cookie
   * @throws ValidationError INVALID_CREDENTIALS or NO_MEMBERSHIP; ApplicationError RATE_LIMITED after too many failures
   */
  async execute(attempt: SignInAttempt): Promise<string> {
    const account = await this.passwords.check(attempt);
    const [membership] = await this.persons.findMemberships(account.id);
    if (!membership) throw noMembership();
    const token = newSessionToken();
    const actor = actorOf(account.id, membership);
    await this.work.run({ actor, correlationId: attempt.correlationId }, (unit) => this.start(unit, attempt, { token, personId: account.id, membership }));
    return token;
  }

  private async start(unit: Unit<Transaction>, attempt: SignInAttempt, session: { token: string; personId: string; membership: MembershipRecord }): Promise<null> {
    const { token, personId, membership } = session;
    const { municipalityId } = membership;
    if (attempt.previous && (await this.sessions.end(unit.tx, attempt.previous.personId, attempt.previous.sessionId))) {
      const { sessionId, personId: previousPerson } = attempt.previous;
      unit.events.record(sessionEnded, { municipalityId, aggregateType: 'session', aggregateId: sessionId, editionId: null, payload: { sessionId } });
      await sendWakeUp(unit.tx, { kind: 'access', personId: previousPerson, municipalityId: null });
    }
    const sessionId = newId();
    await this.sessions.insert(unit.tx, { id: sessionId, tokenHash: hashToken(token), personId, acting: membership, deviceLabel: deviceLabel(attempt.userAgent) });
    unit.events.record(sessionStarted, { municipalityId, aggregateType: 'session', aggregateId: sessionId, editionId: null, payload: { sessionId } });
    return null;
  }
}
