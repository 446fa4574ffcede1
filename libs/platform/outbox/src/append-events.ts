import { newId } from '@konzeptwerkstatt/kernel';
import type { NewEvent, Transaction } from '@konzeptwerkstatt/contracts';
import { sendWakeUp } from './wake-up.js';

/** A payload does not fit the schema of its event: a bug of the publisher, so the whole transaction fails. */
export class EventPayloadError extends Error {
  constructor(readonly eventName: string, options: ErrorOptions) {
    super(`The payload of ${eventName} does not fit its schema`, options);
    this.name = 'EventPayloadError';
  }
}

interface LastSequence {
  readonly aggregate_id: string;
  readonly last: string;
}

/**
 * Writes events into the outbox in the transaction of the change they tell of; nothing is published unless it commits.
 * Call it last in the transaction: from here on until the commit nobody else can write events of the same aggregates.
 * @param correlationId joins everything that one request or job has caused (uuid)
 * @returns the ids of the events, in the order given
 * @throws EventPayloadError
 */
export async function appendEvents(tx: Transaction, events: readonly NewEvent[], correlationId: string): Promise<string[]> {
  if (events.length === 0) return [];
  const payloads = events.map(checkedPayload);
  const sequences = await takeSequences(tx, events);
  const rows = events.map((event, index) => ({
    id: newId(),
    name: event.contract.name,
    version: event.contract.version,
    municipality_id: event.municipalityId,
    aggregate_type: event.aggregateType,
    aggregate_id: event.aggregateId,
    sequence: sequences[index],
    edition_id: event.editionId,
    actor: event.actor,
    correlation_id: correlationId,
    causation_id: event.causationId ?? null,
    payload: payloads[index],
  }));
  await insertRows(tx, JSON.stringify(rows));
  await sendWakeUp(tx, { kind: 'outbox' });
  return rows.map((row) => row.id);
}

function checkedPayload(event: NewEvent): unknown {
  const parsed = event.contract.schema.safeParse(event.payload);
  if (!parsed.success) throw new EventPayloadError(event.contract.name, { cause: parsed.error });
  return parsed.data;
}

/**
 * One sequence number per event. The row of an aggregate stays locked until the commit, which is what makes its events
 * become visible in the order of their numbers; rows are taken in the order of ids so that two writers cannot deadlock.
 */
async function takeSequences(tx: Transaction, events: readonly NewEvent[]): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const { aggregateId } of events) counts.set(aggregateId.toLowerCase(), (counts.get(aggregateId.toLowerCase()) ?? 0) + 1);
  const wanted = JSON.stringify([...counts].map(([id, count]) => ({ id, count })));
  const taken = await tx.$queryRaw<LastSequence[]>`
    INSERT INTO engine.aggregate_sequence AS known (aggregate_id, last)
    SELECT id, count FROM jsonb_to_recordset(${wanted}::jsonb) AS wanted (id uuid, count bigint) ORDER BY id
    ON CONFLICT (aggregate_id) DO UPDATE SET last = known.last + EXCLUDED.last
    RETURNING aggregate_id::text, last::text`;
  const next = new Map(taken.map((row) => [row.aggregate_id, BigInt(row.last) - BigInt(counts.get(row.aggregate_id) ?? 0)]));
  return events.map(({ aggregateId }) => {
    const sequence = (next.get(aggregateId.toLowerCase()) ?? 0n) + 1n;
    next.set(aggregateId.toLowerCase(), sequence);
    return sequence.toString();
  });
}

async function insertRows(tx: Transaction, rows: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO engine.outbox_event (id, name, version, municipality_id, aggregate_type, aggregate_id, sequence, edition_id,
      actor, correlation_id, causation_id, payload)
    SELECT (event->>'id')::uuid, event->>'name', (event->>'version')::integer, (event->>'municipality_id')::uuid,
      event->>'aggregate_type', (event->>'aggregate_id')::uuid, (event->>'sequence')::bigint, (event->>'edition_id')::uuid,
      event->'actor', (event->>'correlation_id')::uuid, (event->>'causation_id')::uuid, event->'payload'
    FROM jsonb_array_elements(${rows}::jsonb) WITH ORDINALITY AS listed (event, place) ORDER BY place`;
}
