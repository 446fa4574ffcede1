import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR, systemClock, ValidationError } from '@konzeptwerkstatt/kernel';
import { credentialsChanged } from '@konzeptwerkstatt/contracts';
import { AttemptLimiter, PasswordHasher } from '@konzeptwerkstatt/platform-auth';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { addressInLanguage, isMailAddress, MailOutbox, normalisedMailAddress } from '@konzeptwerkstatt/platform-mail';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { addressTaken, linkExpired, notFound, wrongPassword } from '../domain/identity.errors.js';
import { credentialsChangedMail, emailChangeAskedMail, emailChangeMail } from '../domain/mail-texts/account.mail.js';
import { mailLanguage } from '../domain/mail-texts/mail-text.js';
import type { LinkState } from '../domain/one-time-link.policy.js';
import { MAX_PASSWORD_LENGTH } from '../domain/password.policy.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { OneTimeLinkRepository } from '../persistence/one-time-link.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { actingPerson } from './acting-person.js';

/** Another mail address for an account: asked for by the person, confirmed from the new address, told to the old one. */
@Injectable()
export class ChangeEmailCommand {
  private readonly attempts = new AttemptLimiter({ attempts: 5, windowMs: 3_600_000 }, systemClock);
  private readonly perAddress = new AttemptLimiter({ attempts: 60, windowMs: 3_600_000 }, systemClock);
  private readonly looks = new AttemptLimiter({ attempts: 200, windowMs: 3_600_000 }, systemClock);

  constructor(
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(PersonRepository) private readonly persons: PersonRepository,
    @Inject(OneTimeLinkRepository) private readonly links: OneTimeLinkRepository,
    @Inject(PasswordHasher) private readonly hasher: PasswordHasher,
    @Inject(MailOutbox) private readonly mails: MailOutbox,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * Sends a link to the new address and a notice to the present one; whether the new one has an account already is not told.
   * @param context its `input` must not hold the password @throws ValidationError EMAIL_INVALID, INVALID_CREDENTIALS; ApplicationError RATE_LIMITED
   */
  async request(context: CommandContext, typed: string, password: string): Promise<null> {
    const { personId } = actingPerson(context.actor);
    const email = normalisedMailAddress(typed);
    if (!isMailAddress(email)) throw new ValidationError([{ code: 'EMAIL_INVALID', message: 'Das ist keine E-Mail-Adresse.', path: ['email'] }]);
    this.attempts.take(personId);
    return this.work.run(context, async (unit) => {
      const account = await this.persons.findAccount(unit.tx, personId);
      if (!(await this.hasher.verify(account?.passwordHash ?? null, password.slice(0, MAX_PASSWORD_LENGTH)))) throw wrongPassword();
      const person = await this.accounts.findMailed(unit.tx, { id: personId });
      if (!person) throw notFound();
      await this.links.revoke(unit.tx, 'email-change', { personId });
      const token = await this.links.create(unit.tx, { purpose: 'email-change', payload: { personId, email }, municipalityId: person.municipalityId, createdBy: personId });
      const language = mailLanguage(person.locale);
      const text = emailChangeMail(language, { name: person.displayName, address: addressInLanguage(this.config, `/adresse-bestaetigen#${token}`, language) });
      await this.mails.put(unit, { municipalityId: person.municipalityId, recipient: email, kind: 'identity.email-change', language, ...text });
      // Whoever knows the password may not be its owner: she learns of it while there is time.
      await this.mails.put(unit, { municipalityId: person.municipalityId, recipient: person.email, kind: 'identity.email-change-asked', language, ...emailChangeAskedMail(language, { name: person.displayName }) });
      return null;
    });
  }

  /** How a link stands, for the page that it opens. Looking never uses it. @throws ApplicationError RATE_LIMITED */
  async look(token: string, clientAddress: string): Promise<LinkState> {
    this.looks.take(clientAddress);
    return (await this.links.look('email-change', token.trim())).state;
  }

  /** @throws ValidationError LINK_UNKNOWN, LINK_USED, LINK_EXPIRED, ADDRESS_TAKEN; ApplicationError RATE_LIMITED */
  async confirm(token: string, request: { readonly clientAddress: string; readonly correlationId: string }): Promise<void> {
    this.perAddress.take(request.clientAddress);
    await this.work.run({ actor: SYSTEM_ACTOR, correlationId: request.correlationId }, async (unit) => {
      const { personId, email } = await this.links.use(unit.tx, 'email-change', token.trim());
      const before = await this.accounts.findMailed(unit.tx, { id: personId });
      if (!before) throw linkExpired();
      if (!(await this.accounts.setEmail(unit.tx, personId, email))) throw addressTaken();
      // A link for a new password that lies in the old mailbox must not open the account any more.
      await this.links.revoke(unit.tx, 'password-reset', { personId });
      const language = mailLanguage(before.locale);
      await this.mails.put(unit, { municipalityId: before.municipalityId, recipient: before.email, kind: 'identity.email-changed', language, ...credentialsChangedMail(language, 'email', { name: before.displayName }) });
      const municipalityId = await this.accounts.homeOf(unit.tx, personId);
      if (municipalityId !== null) unit.events.record(credentialsChanged, { municipalityId, aggregateType: 'person', aggregateId: personId, editionId: null, payload: { personId, what: 'email' } });
      return null;
    });
  }
}
