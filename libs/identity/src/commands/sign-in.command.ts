import { Inject, Injectable } from '@nestjs/common';
import { newId, systemClock, type Actor } from '@konzeptwerkstatt/kernel';
import { sessionEnded, sessionStarted } from '@konzeptwerkstatt/contracts';
import { AttemptLimiter, hashToken, newSessionToken, PasswordHasher } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, UnitOfWork, type Unit } from '@konzeptwerkstatt/platform-outbox';
import { deviceLabel } from '../domain/device-label.policy.js';
import { invalidCredentials, noMembership } from '../domain/identity.errors.js';
import { MAX_PASSWORD_LENGTH } from '../domain/password.policy.js';
import { PersonRepository, type AccountRecord, type MembershipRecord } from '../persistence/person.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';

/** A try to sign in. */
export interface SignInAttempt {
  readonly email: string;
  readonly password: string;
  readonly clientAddress: string;
  readonly userAgent: string;
  /** Session and person of the request, if there was one: it ends, so that no two go on in one browser. */
  readonly previous: { readonly sessionId: string; readonly personId: string } | null;
  readonly correlationId: string;
}

const FIFTEEN_MINUTES = 15 * 60_000;
/** The longest mail address there is (RFC 5321); the attempts of a longer one are counted together with what it begins with. */
const MAX_EMAIL_LENGTH = 254;

function actorOf(personId: string, { municipalityId, organisationId }: MembershipRecord): Actor {
  return { kind: 'person', personId, guestId: null, organisationId, gatheringId: null, municipalityId };
}

/** Signs somebody in: checks mail address and password, and starts a session with a new token. */
@Injectable()
export class SignInCommand {
  private readonly perAccount = new AttemptLimiter({ attempts: 10, windowMs: FIFTEEN_MINUTES }, systemClock);
  /** An office shares one address, so this one is wider. */
  private readonly perAddress = new AttemptLimiter({ attempts: 50, windowMs: FIFTEEN_MINUTES }, systemClock);

  constructor(
    @Inject(PersonRepository) private readonly persons: PersonRepository,
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(PasswordHasher) private readonly hasher: PasswordHasher,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * @returns the session's token, for the cookie
   * @throws ValidationError INVALID_CREDENTIALS or NO_MEMBERSHIP; ApplicationError RATE_LIMITED after too many failures
   */
  async execute(attempt: SignInAttempt): Promise<string> {
    const account = await this.checkPassword(attempt);
    const [membership] = await this.persons.findMemberships(account.id);
    if (!membership) throw noMembership();
    const token = newSessionToken();
    const actor = actorOf(account.id, membership);
    await this.work.run({ actor, correlationId: attempt.correlationId }, (unit) => this.start(unit, attempt, { token, personId: account.id, membership }));
    return token;
  }

  /** Attempts are counted before the hashing, so that many at once cannot slip through; a good one is given back. */
  private async checkPassword({ email, password, clientAddress }: SignInAttempt): Promise<AccountRecord> {
    const mail = email.trim().toLowerCase().slice(0, MAX_EMAIL_LENGTH);
    this.perAddress.take(clientAddress);
    this.perAccount.take(mail);
    const account = await this.persons.findAccountByEmail(mail);
    const fits = await this.hasher.verify(account?.passwordHash ?? null, password.slice(0, MAX_PASSWORD_LENGTH));
    if (!fits || !account) throw invalidCredentials();
    this.perAccount.reset(mail);
    this.perAddress.giveBack(clientAddress);
    return account;
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
