import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { OutgoingMail } from './mail-transport.js';

/** A mail that was taken to be sent, with the tries made before. */
export interface ClaimedMail extends OutgoingMail {
  readonly attempts: number;
}

/** Takes due mails and notes what became of them. Times are the database's. */
@Injectable()
export class MailRepository {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  /** Takes one due mail for this worker alone; also one whose worker died ten minutes ago. Null when none is due. */
  async claim(): Promise<ClaimedMail | null> {
    const rows = await this.database.client.$queryRaw<ClaimedMail[]>`
      UPDATE mails SET state = 'sending', claimed_at = now()
      WHERE id = (
        SELECT id FROM mails
        WHERE (state = 'waiting' AND next_attempt_at <= now()) OR (state = 'sending' AND claimed_at < now() - interval '10 minutes')
        ORDER BY next_attempt_at, id FOR UPDATE SKIP LOCKED LIMIT 1)
      RETURNING id::text, recipient, language, subject, coalesce(text, '') AS text, attempts`;
    return rows[0] ?? null;
  }

  /** The text is not needed any more, and may hold a link that opens an account. */
  async noteSent(id: string): Promise<void> {
    await this.database.client.$executeRaw`UPDATE mails SET state = 'sent', attempts = attempts + 1, text = NULL, failure = NULL, settled_at = now() WHERE id = ${id}::uuid`;
  }

  async noteGivenUp(id: string, state: 'refused' | 'failed', failure: string): Promise<void> {
    await this.database.client.$executeRaw`
      UPDATE mails SET state = ${state}::"MailState", attempts = attempts + 1, text = NULL, failure = ${failure}, settled_at = now() WHERE id = ${id}::uuid`;
  }

  async notePostponed(id: string, minutes: number, failure: string): Promise<void> {
    await this.database.client.$executeRaw`
      UPDATE mails SET state = 'waiting', attempts = attempts + 1, failure = ${failure}, next_attempt_at = now() + make_interval(mins => ${minutes}::int) WHERE id = ${id}::uuid`;
  }

  /** Without a mail server nothing can wait for one: the administrators read it instead. */
  async keepWaiting(): Promise<void> {
    await this.database.client.$executeRaw`UPDATE mails SET state = 'kept' WHERE state IN ('waiting', 'sending')`;
  }
}
