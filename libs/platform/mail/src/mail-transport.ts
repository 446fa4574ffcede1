import { Inject, Injectable } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { createTransport, type Transporter } from 'nodemailer';
import { mailFailure, type MailFailure } from './mail-failure.js';

/** One mail on its way out. */
export interface OutgoingMail {
  readonly id: string;
  readonly recipient: string;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
}

/** Null when the server took the mail. */
export type HandedOver = MailFailure | null;

const isLocal = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

/** Hands mails to the mail server of the settings. A bad server never holds it longer than a minute. */
@Injectable()
export class MailTransport {
  private readonly transporter: Transporter | null;

  constructor(@Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'smtpUrl' | 'mailFrom'>) {
    this.transporter = config.smtpUrl === undefined ? null : createTransport({
      url: config.smtpUrl,
      // Passwords and links go encrypted or not at all; a relay on the same machine needs no encryption.
      requireTLS: !isLocal(new URL(config.smtpUrl).hostname),
      connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000,
      disableFileAccess: true, disableUrlAccess: true,
    } as object);
  }

  /** Whether there is a mail server. */
  get isSet(): boolean {
    return this.transporter !== null;
  }

  /** Never throws. The message id is the mail's own, so that a mail handed over twice after a crash can be told as one. */
  async handOver({ id, recipient, language, subject, text }: OutgoingMail): Promise<HandedOver> {
    if (this.transporter === null || this.config.mailFrom === undefined) return { isFinal: false, code: 'NO_SERVER' };
    try {
      await this.transporter.sendMail({
        from: { name: 'Konzeptwerkstatt', address: this.config.mailFrom },
        to: { name: '', address: recipient },
        subject, text,
        messageId: `<${id}@${this.config.mailFrom.split('@')[1]}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
      });
      return null;
    } catch (error) {
      return mailFailure(error);
    }
  }
}
