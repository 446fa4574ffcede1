import { Inject, Injectable } from '@nestjs/common';
import { sendDueMailsJob, type JobProcessor } from '@konzeptwerkstatt/contracts';
import { LOGGER, type Logger } from '@konzeptwerkstatt/platform-logging';
import { MailRepository, type ClaimedMail } from './mail.repository.js';
import { minutesUntilNextTry, TRIES } from './mail-schedule.js';
import { MailTransport } from './mail-transport.js';

/** Hands all due mails to the mail server, one after the other, and notes what it said. */
@Injectable()
export class SendDueMailsProcessor implements JobProcessor<Record<string, never>> {
  readonly job = sendDueMailsJob;

  constructor(
    @Inject(MailRepository) private readonly mails: MailRepository,
    @Inject(MailTransport) private readonly transport: MailTransport,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** A mail server that refuses or is away is no failure of the job: it stands at the mail, and the next round tries again. */
  async process(_data: Record<string, never>, signal: AbortSignal): Promise<void> {
    if (!this.transport.isSet) return this.mails.keepWaiting();
    while (!signal.aborted) {
      const mail = await this.mails.claim();
      if (mail === null) return;
      await this.send(mail);
    }
  }

  private async send(mail: ClaimedMail): Promise<void> {
    const failure = await this.transport.handOver(mail);
    if (failure === null) return this.mails.noteSent(mail.id);
    const tries = mail.attempts + 1;
    this.logger.warn({ mailId: mail.id, code: failure.code, tries }, 'mail not taken by the mail server');
    if (failure.isFinal) return this.mails.noteGivenUp(mail.id, 'refused', failure.code);
    if (tries >= TRIES) return this.mails.noteGivenUp(mail.id, 'failed', failure.code);
    return this.mails.notePostponed(mail.id, minutesUntilNextTry(tries), failure.code);
  }
}
