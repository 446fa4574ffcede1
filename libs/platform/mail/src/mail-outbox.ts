import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import { sendDueMailsJob, type Transaction } from '@konzeptwerkstatt/contracts';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { MailTransport } from './mail-transport.js';

/** A mail to be sent. */
export interface NewMail {
  /** Whose administrators may see it; null: nobody's, and without a mail server it is read by nobody. */
  readonly municipalityId: string | null;
  /** One checked address. */
  readonly recipient: string;
  /** `context.purpose`, e.g. `identity.invitation`. */
  readonly kind: string;
  /** Language of the recipient, in which subject and text are written. */
  readonly language: string;
  readonly subject: string;
  readonly text: string;
}

/** Takes mails in the transaction of what they are about: no mail without the change, no change without the mail. */
@Injectable()
export class MailOutbox {
  constructor(@Inject(MailTransport) private readonly transport: MailTransport) {}

  /** Whether mails leave the house by themselves; else they wait for the administrators to hand them on. */
  get isSending(): boolean {
    return this.transport.isSet;
  }

  /** Writes a mail. With a mail server it is sent right after the commit, else kept for the administrators to read. @returns its id */
  async put({ tx, jobs }: Pick<Unit<Transaction>, 'tx' | 'jobs'>, mail: NewMail): Promise<string> {
    const id = await this.write(tx, mail);
    if (this.transport.isSet) jobs.enqueueAfterCommit(sendDueMailsJob, {});
    return id;
  }

  /** The same for subscribers, which have no jobs to enqueue: sent with the next round, within half a minute. @returns its id */
  async write(tx: Transaction, { municipalityId, recipient, kind, language, subject, text }: NewMail): Promise<string> {
    const id = newId();
    const state = this.transport.isSet ? 'waiting' : 'kept';
    await tx.$executeRaw`
      INSERT INTO mails (id, municipality_id, recipient, kind, language, subject, text, state)
      VALUES (${id}::uuid, ${municipalityId}::uuid, ${recipient}, ${kind}, ${language}, ${subject}, ${text}, ${state}::"MailState")`;
    return id;
  }

  /**
   * The same, unless the recipient was written a mail of this kind, for this municipality, within the last 24 hours; two at once are one.
   * @returns its id; null when none was written
   */
  async writeOncePerDay(tx: Transaction, mail: NewMail): Promise<string | null> {
    const { municipalityId, recipient, kind } = mail;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`mail.once/${kind}/${recipient}`}, 0))`;
    const known = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM mails WHERE municipality_id IS NOT DISTINCT FROM ${municipalityId}::uuid AND recipient = ${recipient} AND kind = ${kind} AND created_at > now() - interval '1 day' LIMIT 1`;
    return known.length > 0 ? null : this.write(tx, mail);
  }
}
