import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';

/** Stores who wants no mails about her contributions. */
@Injectable()
export class MailStopRepository {
  async set(tx: Transaction, personId: string, isWanted: boolean): Promise<void> {
    if (isWanted) await tx.$executeRaw`DELETE FROM contribution_mail_stops WHERE person_id = ${personId}::uuid`;
    else await tx.$executeRaw`INSERT INTO contribution_mail_stops (person_id) VALUES (${personId}::uuid) ON CONFLICT DO NOTHING`;
  }

  /** Those of the persons who want none. */
  async among(tx: Transaction, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.$queryRaw<{ id: string }[]>`SELECT person_id::text AS id FROM contribution_mail_stops WHERE person_id = ANY (${[...personIds]}::uuid[])`;
    return new Set(rows.map(({ id }) => id));
  }
}
