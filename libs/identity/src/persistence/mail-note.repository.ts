import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';

/** What administrators note at mails. */
@Injectable()
export class MailNoteRepository {
  /** @returns whether the municipality has such a mail */
  async exists(tx: Transaction, municipalityId: string, id: string): Promise<boolean> {
    return (await tx.mail.count({ where: { municipalityId, id } })) > 0;
  }

  /** @returns whether it was a mail that had been sent */
  async noteReturned(tx: Transaction, municipalityId: string, id: string): Promise<boolean> {
    const count = await tx.$executeRaw`UPDATE mails SET state = 'returned', settled_at = now() WHERE id = ${id}::uuid AND municipality_id = ${municipalityId}::uuid AND state = 'sent'`;
    return count > 0;
  }
}
