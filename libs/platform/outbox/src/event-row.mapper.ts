import type { Actor } from '@konzeptwerkstatt/kernel';
import type { EventEnvelope } from '@konzeptwerkstatt/contracts';

/** A row of `engine.outbox_event`, numbers and times as text. */
export interface EventRow {
  readonly id: string;
  readonly position: string;
  readonly name: string;
  readonly version: number;
  readonly municipality_id: string;
  readonly aggregate_type: string;
  readonly aggregate_id: string;
  readonly sequence: string;
  readonly edition_id: string | null;
  readonly occurred_at: string;
  readonly actor: Actor;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly payload: unknown;
}

/** Columns of an EventRow, for statements sent with plain `pg`. */
export const eventColumns = `id::text, position::text, name, version, municipality_id::text, aggregate_type, aggregate_id::text,
  sequence::text, edition_id::text, to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS occurred_at,
  actor, correlation_id::text, causation_id::text, payload`;

/** The envelope that subscribers and streams get. */
export function toEnvelope(row: EventRow): EventEnvelope {
  return {
    id: row.id,
    position: row.position,
    name: row.name,
    version: row.version,
    municipalityId: row.municipality_id,
    aggregateType: row.aggregate_type,
    aggregateId: row.aggregate_id,
    sequence: row.sequence,
    editionId: row.edition_id,
    occurredAt: row.occurred_at,
    actor: row.actor,
    correlationId: row.correlation_id,
    causationId: row.causation_id,
    payload: row.payload,
  };
}
