import type { EventEnvelope } from '@konzeptwerkstatt/contracts';
import type { Pool } from 'pg';
import type { EventFilter } from './event-filter.js';
import { eventColumns, toEnvelope, type EventRow } from './event-row.mapper.js';

const selection = `($1::uuid IS NULL OR municipality_id = $1) AND ($2::uuid IS NULL OR edition_id = $2)`;

/** Reads published events (those with a position) from the outbox table. Positions rise, but have gaps. */
export class EventReader {
  constructor(private readonly pool: Pool) {}

  /** Events after a position, oldest first. @param filter null: of everybody, for the process's own use */
  async readAfter(position: string, filter: EventFilter | null, limit: number): Promise<EventEnvelope[]> {
    const { rows } = await this.pool.query<EventRow>(
      `SELECT ${eventColumns} FROM engine.outbox_event WHERE ${selection} AND position > $3 ORDER BY outbox_event.position LIMIT $4`,
      [filter?.municipalityId ?? null, filter?.editionId ?? null, position, limit],
    );
    return rows.map(toEnvelope);
  }

  /** Events before a position (null: the newest), newest first. */
  async readBefore(position: string | null, filter: EventFilter, limit: number): Promise<EventEnvelope[]> {
    const { rows } = await this.pool.query<EventRow>(
      `SELECT ${eventColumns} FROM engine.outbox_event
       WHERE ${selection} AND position IS NOT NULL AND ($3::bigint IS NULL OR position < $3) ORDER BY outbox_event.position DESC LIMIT $4`,
      [filter.municipalityId, filter.editionId ?? null, position, limit],
    );
    return rows.map(toEnvelope);
  }

  /** The last position given, "0" when there is none. */
  async lastPosition(): Promise<string> {
    const { rows } = await this.pool.query<{ last: string | null }>('SELECT max(position)::text AS last FROM engine.outbox_event');
    return rows[0]?.last ?? '0';
  }
}
