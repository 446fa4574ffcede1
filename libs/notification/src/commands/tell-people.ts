import { Inject, Injectable } from '@nestjs/common';
import { NOTIFICATION_KINDS } from '@konzeptwerkstatt/contracts';
import type { Notice, Notifier, Transaction } from '@konzeptwerkstatt/contracts';
import { IdentityReader, mailLanguage } from '@konzeptwerkstatt/identity';
import type { Addressee } from '@konzeptwerkstatt/identity';
import { APP_CONFIG } from '@konzeptwerkstatt/platform-config';
import type { AppConfig } from '@konzeptwerkstatt/platform-config';
import { addressInLanguage, MailOutbox } from '@konzeptwerkstatt/platform-mail';
import { AT_MOST_DAILY } from '../domain/notification.js';
import { noticeMail } from './notification.mail.js';
import { NotificationRepository } from '../persistence/notification.repository.js';
import type { NewNotification } from '../persistence/notification.repository.js';

/** Where one reads notifications and chooses about mails. */
export const NOTIFICATIONS_PATH = '/benachrichtigungen';

/** Notes what people are told, and writes the mails that are wanted at once: one for each person and occasion, about the first of its subjects. */
@Injectable()
export class TellPeople implements Notifier {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(MailOutbox) private readonly mails: MailOutbox,
    @Inject(NotificationRepository) private readonly notifications: NotificationRepository,
  ) {}

  async tell(tx: Transaction, { municipalityId, kind, occasion, subjects, dueAt, isGathered = false }: Notice): Promise<void> {
    const addressees = await this.identity.addressees(tx, [...new Set(subjects.flatMap(({ personIds }) => personIds))]);
    const present = new Set(addressees.map(({ personId }) => personId));
    const category = NOTIFICATION_KINDS[kind];
    const rows = subjects.flatMap(({ id, title, path, personIds }) =>
      [...new Set(personIds)].filter((personId) => present.has(personId)).map((personId): NewNotification => ({ municipalityId, personId, kind, category, subjectId: id, occasion, title, path, dueAt: dueAt ?? null })));
    if (rows.length === 0) return;
    const told = Map.groupBy(await this.notifications.insert(tx, rows, isGathered), ({ personId }) => personId);
    const wanted = await this.notifications.mailsOf(tx, category, [...told.keys()]);
    const atOnce = addressees.filter(({ personId }) => wanted.get(personId) === 'at_once');
    if (atOnce.length === 0) return;
    const municipality = await this.identity.municipalityName(tx, municipalityId);
    for (const addressee of atOnce) await this.mail(tx, municipality, addressee, told.get(addressee.personId) ?? []);
    await this.notifications.markMailed(tx, { kind, occasion }, atOnce.map(({ personId }) => personId));
  }

  private async mail(tx: Transaction, municipality: string, { email, name, language: spoken }: Addressee, [first, ...others]: readonly NewNotification[]): Promise<void> {
    if (first === undefined) return;
    const language = mailLanguage(spoken);
    const frame = { name, municipality, listAddress: addressInLanguage(this.config, NOTIFICATIONS_PATH, language) };
    const text = noticeMail(language, frame, { ...first, address: addressInLanguage(this.config, first.path, language) }, others.length);
    const mail = { municipalityId: first.municipalityId, recipient: email, kind: `notification.${first.kind.replaceAll('_', '-')}`, language, ...text };
    await (AT_MOST_DAILY.has(first.kind) ? this.mails.writeOncePerDay(tx, mail) : this.mails.write(tx, mail));
  }
}
