import { Injectable } from '@nestjs/common';
import type { Transaction as OutboxTransaction } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';

/** For whom an address shows which process. */
export interface CalendarFeed {
  readonly municipalityId: string;
  readonly processId: string;
  readonly personId: string;
  readonly organisationId: string;
}

/** Keeps the addresses of calendars; of an address only what cannot be turned back. */
@Injectable()
export class CalendarFeedRepository {
  /** A new address ends the one before. */
  async save(tx: Transaction, { municipalityId, processId, personId, organisationId }: CalendarFeed, { id, tokenHash }: { readonly id: string; readonly tokenHash: string }): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO calendar_feeds (id, municipality_id, process_id, person_id, organisation_id, token_hash)
      VALUES (${id}::uuid, ${municipalityId}::uuid, ${processId}::uuid, ${personId}::uuid, ${organisationId}::uuid, ${tokenHash})
      ON CONFLICT (process_id, person_id) DO UPDATE SET id = excluded.id, organisation_id = excluded.organisation_id, token_hash = excluded.token_hash, created_at = now()`;
  }

  /** @returns whether there was one */
  async remove(tx: Transaction, { municipalityId, processId, personId }: Omit<CalendarFeed, 'organisationId'>): Promise<boolean> {
    return (await tx.calendarFeed.deleteMany({ where: { municipalityId, processId, personId } })).count > 0;
  }

  /** Every address of a person, in whatever municipality. */
  async removeAllOfPerson(tx: OutboxTransaction, personId: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM calendar_feeds WHERE person_id = ${personId}::uuid`;
  }
}
