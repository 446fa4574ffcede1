import { Inject, Injectable } from '@nestjs/common';
import { sendDigestsJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { IdentityReader, mailLanguage } from '@konzeptwerkstatt/identity';
import { runEach } from '@konzeptwerkstatt/kernel';
import { APP_CONFIG } from '@konzeptwerkstatt/platform-config';
import type { AppConfig } from '@konzeptwerkstatt/platform-config';
import { acrossMunicipalities, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { addressInLanguage, MailOutbox } from '@konzeptwerkstatt/platform-mail';
import { NOTIFICATIONS_PATH } from '../commands/tell-people.js';
import { digestMail } from '../commands/notification.mail.js';
import { NotificationRepository } from '../persistence/notification.repository.js';
import type { Told } from '../persistence/notification.repository.js';

/** Most mails of one round; the next one comes in minutes. */
const ROUND = 500;

/** Writes the daily mails. What goes into one is taken in its transaction, so that nothing is told twice however often this runs. */
@Injectable()
export class SendDigestsProcessor implements JobProcessor<Record<string, never>> {
  readonly job = sendDigestsJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(NotificationRepository) private readonly notifications: NotificationRepository,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(MailOutbox) private readonly mails: MailOutbox,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async process(_data: Record<string, never>, signal: AbortSignal): Promise<void> {
    const { client } = this.database;
    const due = await acrossMunicipalities('people are told in every municipality', () => this.notifications.findDigests(client, ROUND));
    await acrossMunicipalities('old notifications go in every municipality', () => this.notifications.removeOld(client));
    await runEach(due, signal, (told) => this.send(told));
  }

  private send(told: Told): Promise<void> {
    return this.database.runInTransaction(async (tx) => {
      const items = await this.notifications.takeDigest(tx, told);
      const [addressee] = await this.identity.addressees(tx, [told.personId]);
      if (items.length === 0 || addressee === undefined) return;
      const language = mailLanguage(addressee.language);
      const frame = { name: addressee.name, municipality: await this.identity.municipalityName(tx, told.municipalityId), listAddress: addressInLanguage(this.config, NOTIFICATIONS_PATH, language) };
      const text = digestMail(language, frame, items.map((one) => ({ ...one, address: addressInLanguage(this.config, one.path, language) })));
      await this.mails.write(tx, { municipalityId: told.municipalityId, recipient: addressee.email, kind: 'notification.digest', language, ...text });
    });
  }
}
