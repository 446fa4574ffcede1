import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { newSessionToken } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { noMembership } from '../domain/identity.errors.js';
import { PersonRepository, type MembershipRecord } from '../persistence/person.repository.js';
import { PasswordGate, type PasswordAttempt } from './password.gate.js';
import { SessionStart, type PreviousSession } from './session-start.js';

/** A try to sign in. */
export interface SignInAttempt extends PasswordAttempt {
  readonly userAgent: string;
  readonly previous: PreviousSession | null;
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
    @Inject(SessionStart) private readonly sessions: SessionStart,
    @Inject(PasswordGate) private readonly passwords: PasswordGate,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * @returns the session's token, for the cookie
   * @throws ValidationError INVALID_CREDENTIALS or NO_MEMBERSHIP; ApplicationError RATE_LIMITED after too many failures
   */
  async execute({ userAgent, previous, correlationId, ...attempt }: SignInAttempt): Promise<string> {
    const { id: personId } = await this.passwords.check(attempt);
    const [membership] = await this.persons.findMemberships(personId);
    if (!membership) throw noMembership();
    const token = newSessionToken();
    await this.work.run({ actor: actorOf(personId, membership), correlationId }, (unit) => this.sessions.start(unit, { token, personId, membership, userAgent, previous }));
    return token;
  }
}
