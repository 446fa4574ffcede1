import { Inject, Injectable } from '@nestjs/common';
import { systemClock } from '@konzeptwerkstatt/kernel';
import { AttemptLimiter, PasswordHasher } from '@konzeptwerkstatt/platform-auth';
import { invalidCredentials } from '../domain/identity.errors.js';
import { MAX_PASSWORD_LENGTH } from '../domain/password.policy.js';
import { PersonRepository, type AccountRecord } from '../persistence/person.repository.js';

/** A password for an account, typed by somebody who is not signed in. */
export interface PasswordAttempt {
  readonly email: string;
  readonly password: string;
  readonly clientAddress: string;
}

const FIFTEEN_MINUTES = 15 * 60_000;
/** The longest mail address there is (RFC 5321); the attempts of a longer one are counted together with what it begins with. */
const MAX_EMAIL_LENGTH = 254;

/** Checks passwords of people who are not signed in; whatever they want with it, the attempts are counted together. */
@Injectable()
export class PasswordGate {
  private readonly perAccount = new AttemptLimiter({ attempts: 10, windowMs: FIFTEEN_MINUTES }, systemClock);
  /** An office shares one address, so this one is wider. */
  private readonly perAddress = new AttemptLimiter({ attempts: 50, windowMs: FIFTEEN_MINUTES }, systemClock);

  constructor(
    @Inject(PersonRepository) private readonly persons: PersonRepository,
    @Inject(PasswordHasher) private readonly hasher: PasswordHasher,
  ) {}

  /** What is stored of a new password. */
  hash(password: string): Promise<string> {
    return this.hasher.hash(password);
  }

  /**
   * Attempts are counted before the hashing, so that many at once cannot slip through; a good one is given back.
   * @throws ValidationError INVALID_CREDENTIALS; ApplicationError RATE_LIMITED after too many failures
   */
  async check({ email, password, clientAddress }: PasswordAttempt): Promise<AccountRecord> {
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
}
