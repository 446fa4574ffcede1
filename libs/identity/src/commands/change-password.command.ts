import { Inject, Injectable } from '@nestjs/common';
import { systemClock, ValidationError } from '@konzeptwerkstatt/kernel';
import { AttemptLimiter, PasswordHasher } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { wrongPassword } from '../domain/identity.errors.js';
import { MAX_PASSWORD_LENGTH, newPasswordErrors } from '../domain/password.policy.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { AccountRecovery } from './account-recovery.js';
import { actingPerson } from './acting-person.js';

/** A change of the actor's own password. */
export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
  /** The session that may go on; all others end. */
  readonly credentialId: string | null;
}

/** Changes the actor's own password and ends her other sessions, her tokens and open links. */
@Injectable()
export class ChangePasswordCommand {
  private readonly attempts = new AttemptLimiter({ attempts: 10, windowMs: 15 * 60_000 }, systemClock);

  constructor(
    @Inject(PersonRepository) private readonly persons: PersonRepository,
    @Inject(AccountRecovery) private readonly recovery: AccountRecovery,
    @Inject(PasswordHasher) private readonly hasher: PasswordHasher,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * @param context its `input` must not hold the passwords: a fast hash of it is stored
   * @throws ValidationError INVALID_CREDENTIALS, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_GUESSABLE; ApplicationError RATE_LIMITED
   */
  execute(context: CommandContext, change: PasswordChange): Promise<null> {
    const person = actingPerson(context.actor);
    return this.work.run(context, async (unit) => {
      await this.check(unit.tx, person.personId, change);
      await this.persons.setPasswordHash(unit.tx, person.personId, await this.hasher.hash(change.newPassword));
      await this.recovery.shutOthersOut(unit, { ...person, keptSessionId: change.credentialId });
      return null;
    });
  }

  private async check(tx: Transaction, personId: string, { currentPassword, newPassword }: PasswordChange): Promise<void> {
    const details = newPasswordErrors(newPassword, 'newPassword', (await this.persons.findEmail(tx, personId)) ?? '');
    if (details.length > 0) throw new ValidationError(details);
    this.attempts.take(personId);
    const account = await this.persons.findAccount(tx, personId);
    if (!(await this.hasher.verify(account?.passwordHash ?? null, currentPassword.slice(0, MAX_PASSWORD_LENGTH)))) throw wrongPassword();
    this.attempts.reset(personId);
  }
}
