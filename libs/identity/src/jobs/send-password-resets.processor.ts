import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import { sendPasswordResetsJob, type JobProcessor } from '@konzeptwerkstatt/contracts';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { addressInLanguage, MailOutbox } from '@konzeptwerkstatt/platform-mail';
import { UnitOfWork, type Unit } from '@konzeptwerkstatt/platform-outbox';
import { passwordResetMail } from '../domain/mail-texts/account.mail.js';
import { mailLanguage } from '../domain/mail-texts/mail-text.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { OneTimeLinkRepository } from '../persistence/one-time-link.repository.js';

/** Writes the mails for those who asked for a new password; an address without an account gets none, and nobody is told. */
@Injectable()
export class SendPasswordResetsProcessor implements JobProcessor<Record<string, never>> {
  readonly job = sendPasswordResetsJob;

  constructor(
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(OneTimeLinkRepository) private readonly links: OneTimeLinkRepository,
    @Inject(MailOutbox) private readonly mails: MailOutbox,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  async process(): Promise<void> {
    await this.work.run({ actor: SYSTEM_ACTOR }, async (unit) => {
      for (const email of await this.accounts.takeResetRequests(unit.tx)) await this.write(unit, email);
      return null;
    });
  }

  /** The newest link is the only one that works. */
  private async write(unit: Unit<Transaction>, email: string): Promise<void> {
    const person = await this.accounts.findMailed(unit.tx, { email });
    if (!person) return;
    await this.links.revoke(unit.tx, 'password-reset', { personId: person.id });
    const token = await this.links.create(unit.tx, { purpose: 'password-reset', payload: { personId: person.id }, municipalityId: person.municipalityId, createdBy: null });
    const language = mailLanguage(person.locale);
    const text = passwordResetMail(language, { name: person.displayName, address: addressInLanguage(this.config, `/passwort-neu#${token}`, language) });
    await this.mails.put(unit, { municipalityId: person.municipalityId, recipient: person.email, kind: 'identity.password-reset', language, ...text });
  }
}
