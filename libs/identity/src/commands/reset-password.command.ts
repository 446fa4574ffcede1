import { Inject, Injectable } from '@nestjs/common';
import { systemClock, SYSTEM_ACTOR, ValidationError, type Actor } from '@konzeptwerkstatt/kernel';
import { credentialsChanged, sendPasswordResetsJob } from '@konzeptwerkstatt/contracts';
import { AttemptLimiter, PasswordHasher } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { MailOutbox, MAX_MAIL_ADDRESS_LENGTH, normalisedMailAddress } from '@konzeptwerkstatt/platform-mail';
import { UnitOfWork, type Unit } from '@konzeptwerkstatt/platform-outbox';
import { linkExpired } from '../domain/identity.errors.js';
import type { LinkState } from '../domain/one-time-link.policy.js';
import { credentialsChangedMail } from '../domain/mail-texts/account.mail.js';
import { mailLanguage } from '../domain/mail-texts/mail-text.js';
import { newPasswordErrors } from '../domain/password.policy.js';
import { AccountRepository, type MailedPerson } from '../persistence/account.repository.js';
import { OneTimeLinkRepository } from '../persistence/one-time-link.repository.js';
import { AccountRecovery } from './account-recovery.js';
import { PasswordByMail } from './password-by-mail.js';

const HOUR = 3_600_000;

/** @throws ValidationError PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_GUESSABLE */
function requireGoodPassword(newPassword: string, email: string): void {
  const details = newPasswordErrors(newPassword, 'newPassword', email);
  if (details.length > 0) throw new ValidationError(details);
}

/** A forgotten password: asking for a link, and setting a new one with it. */
@Injectable()
export class ResetPasswordCommand {
  private readonly perMail = new AttemptLimiter({ attempts: 3, windowMs: HOUR }, systemClock);
  /** An office shares one address, so this one is wider. */
  private readonly perAddress = new AttemptLimiter({ attempts: 60, windowMs: HOUR }, systemClock);
  private readonly looks = new AttemptLimiter({ attempts: 200, windowMs: HOUR }, systemClock);

  constructor(
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(AccountRecovery) private readonly recovery: AccountRecovery,
    @Inject(PasswordByMail) private readonly passwords: PasswordByMail,
    @Inject(OneTimeLinkRepository) private readonly links: OneTimeLinkRepository,
    @Inject(PasswordHasher) private readonly hasher: PasswordHasher,
    @Inject(MailOutbox) private readonly mails: MailOutbox,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * Notes the wish and says nothing of whether there is such an account: all that differs happens later, in a job.
   * @throws ApplicationError RATE_LIMITED, whether there is such an account or not
   */
  async request(typed: string, request: { readonly clientAddress: string; readonly correlationId: string }): Promise<void> {
    const email = normalisedMailAddress(typed).slice(0, MAX_MAIL_ADDRESS_LENGTH);
    this.perAddress.take(request.clientAddress);
    this.perMail.take(email);
    await this.work.run({ actor: SYSTEM_ACTOR, correlationId: request.correlationId }, async ({ tx, jobs }) => {
      await this.accounts.noteResetRequest(tx, email);
      jobs.enqueueAfterCommit(sendPasswordResetsJob, {});
      return null;
    });
  }

  /** How a link stands, for the page that it opens. Looking never uses it. @throws ApplicationError RATE_LIMITED */
  async look(token: string, clientAddress: string): Promise<LinkState> {
    this.looks.take(clientAddress);
    return (await this.links.look('password-reset', token.trim())).state;
  }

  /**
   * Sets the new password and ends every session, token and open link of the account, sockets within two seconds. An account that had none
   * may have been made by a provider for an address that is not its people's: its links to providers end too.
   * @throws ValidationError LINK_UNKNOWN, LINK_USED, LINK_EXPIRED, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_GUESSABLE; ApplicationError RATE_LIMITED
   */
  async reset(token: string, newPassword: string, request: { readonly clientAddress: string; readonly correlationId: string }): Promise<void> {
    this.perAddress.take(request.clientAddress);
    requireGoodPassword(newPassword, '');
    const passwordHash = await this.hasher.hash(newPassword);
    const actor: Actor = { ...SYSTEM_ACTOR };
    await this.work.run({ actor, correlationId: request.correlationId }, async (unit) => {
      const { personId } = await this.links.use(unit.tx, 'password-reset', token.trim());
      const person = await this.accounts.findMailed(unit.tx, { id: personId });
      if (!person) throw linkExpired();
      requireGoodPassword(newPassword, person.email);
      await this.passwords.set(unit, personId, passwordHash);
      await this.shutOthersOut(unit, person);
      const language = mailLanguage(person.locale);
      await this.mails.put(unit, { municipalityId: person.municipalityId, recipient: person.email, kind: 'identity.password-changed', language, ...credentialsChangedMail(language, 'password', { name: person.displayName }) });
      return null;
    });
  }

  private async shutOthersOut(unit: Unit<Transaction>, { id: personId }: MailedPerson): Promise<void> {
    const municipalityId = await this.accounts.homeOf(unit.tx, personId);
    if (municipalityId !== null) unit.events.record(credentialsChanged, { municipalityId, aggregateType: 'person', aggregateId: personId, editionId: null, payload: { personId, what: 'password' } });
    await this.recovery.shutOthersOut(unit, { personId, municipalityId, keptSessionId: null });
  }
}
