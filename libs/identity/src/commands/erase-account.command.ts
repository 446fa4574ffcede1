import { Inject, Injectable } from '@nestjs/common';
import { systemClock } from '@konzeptwerkstatt/kernel';
import { personErased } from '@konzeptwerkstatt/contracts';
import { AttemptLimiter, PasswordHasher } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { sendWakeUp, UnitOfWork, type UnitContext } from '@konzeptwerkstatt/platform-outbox';
import { lastAdministrator, notFound, wrongPassword } from '../domain/identity.errors.js';
import { MAX_PASSWORD_LENGTH } from '../domain/password.policy.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { AdministratorRepository } from '../persistence/administrator.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { actingPerson } from './acting-person.js';

/** Ends an account for good: the person's name goes, what she wrote stays as her organisation's. */
@Injectable()
export class EraseAccountCommand {
  private readonly attempts = new AttemptLimiter({ attempts: 5, windowMs: 15 * 60_000 }, systemClock);

  constructor(
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(PersonRepository) private readonly persons: PersonRepository,
    @Inject(AdministratorRepository) private readonly administrators: AdministratorRepository,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(PasswordHasher) private readonly hasher: PasswordHasher,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * Without a stored answer: it would hold her id. A second call finds nobody signed in.
   * @throws ValidationError INVALID_CREDENTIALS, LAST_ADMINISTRATOR; ApplicationError RATE_LIMITED
   */
  async execute(context: UnitContext, password: string): Promise<void> {
    const { personId, municipalityId } = actingPerson(context.actor);
    this.attempts.take(personId);
    await this.work.run(context, async ({ tx, events }) => {
      const account = await this.persons.findAccount(tx, personId);
      if (!(await this.hasher.verify(account?.passwordHash ?? null, password.slice(0, MAX_PASSWORD_LENGTH)))) throw wrongPassword();
      const email = await this.persons.findEmail(tx, personId);
      if (email === null) throw notFound();
      const administered = await this.administrators.lockScopesOf(tx, personId);
      await this.accounts.erase(tx, personId, email);
      await this.files.forgetPerson(tx, personId);
      if (await this.administrators.isOneDeserted(tx, administered)) throw lastAdministrator();
      events.record(personErased, { municipalityId, aggregateType: 'person', aggregateId: personId, editionId: null, payload: { personId } });
      await sendWakeUp(tx, { kind: 'access', personId, municipalityId: null });
      return null;
    });
  }
}
