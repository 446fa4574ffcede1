import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import { sessionStarted } from '@konzeptwerkstatt/contracts';
import { hashToken } from '@konzeptwerkstatt/platform-auth';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { addressInLanguage, MailOutbox } from '@konzeptwerkstatt/platform-mail';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { deviceLabel } from '../domain/device-label.policy.js';
import { accountExists } from '../domain/identity.errors.js';
import { accountByLetterMail } from '../domain/mail-texts/account.mail.js';
import { mailLanguage } from '../domain/mail-texts/mail-text.js';
import type { OpenInvitation } from '../persistence/invitation.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';

/** An account that an invitation makes. */
export interface InvitedAccount {
  readonly personId: string;
  /** As it is stored. */
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

/** Accounts and sessions that come of an invitation, within the unit of work of a command. */
@Injectable()
export class InvitedAccounts {
  constructor(
    @Inject(PersonRepository) private readonly persons: PersonRepository,
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(MailOutbox) private readonly mails: MailOutbox,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /**
   * Makes the account. Whoever holds a letter has not shown that the mailbox is hers: its owner is told, and how she takes the account over.
   * @throws ValidationError ACCOUNT_EXISTS
   */
  async make(unit: Unit<Transaction>, { way, language: wanted, municipalityId, organisationName }: OpenInvitation, { personId: id, email, name: displayName, passwordHash }: InvitedAccount): Promise<void> {
    if (!(await this.persons.insert(unit.tx, { id, email, displayName, passwordHash, locale: wanted }))) throw accountExists();
    if (way !== 'letter') return;
    const language = mailLanguage(wanted);
    const text = accountByLetterMail(language, { organisation: organisationName, address: addressInLanguage(this.config, '/passwort-vergessen', language) });
    await this.mails.put(unit, { municipalityId, recipient: email, kind: 'identity.account-by-letter', language, ...text });
  }

  /** Signs her in for the organisation she was invited to. @param token what its cookie holds */
  async signIn({ tx, events }: Unit<Transaction>, { municipalityId, organisationId }: OpenInvitation, { token, personId, userAgent }: { readonly token: string; readonly personId: string; readonly userAgent: string }): Promise<void> {
    const sessionId = newId();
    await this.sessions.insert(tx, { id: sessionId, tokenHash: hashToken(token), personId, acting: { municipalityId, organisationId }, deviceLabel: deviceLabel(userAgent) });
    events.record(sessionStarted, { municipalityId, aggregateType: 'session', aggregateId: sessionId, editionId: null, payload: { sessionId } });
  }
}
