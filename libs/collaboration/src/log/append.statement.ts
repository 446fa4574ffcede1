import type { PreparedStatement } from '@konzeptwerkstatt/platform-database/pool';
import type { Notification } from '@konzeptwerkstatt/platform-signals';
import type { LogEntry } from './log-entry.js';

/** An entry with its number at this node: the pair makes repeating harmless. */
export interface NumberedEntry {
  readonly counter: bigint;
  readonly entry: LogEntry;
}

/**
 * What both statements have in common: the entries, and the documents that can be written to. One that is being frozen at this
 * moment is skipped (and tried again) instead of waited for.
 * $1 node, $2 counters, $3 documents, $4 persons, $5 guests, $6 organisations, $7 all payloads end to end, $8 where each begins
 * (from 1), $9 its length.
 */
const entries = `
WITH entry AS (
  SELECT * FROM unnest($2::bigint[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $8::int[], $9::int[])
    AS e (counter, document_id, person_id, guest_id, organisation_id, start, length)
), reachable AS (
  SELECT id, frozen_at FROM engine.document WHERE id = ANY ($3::uuid[]) FOR KEY SHARE SKIP LOCKED
)`;

const insert = `
  INSERT INTO engine.document_update (document_id, node, counter, person_id, guest_id, organisation_id, payload)
  SELECT e.document_id, $1::uuid, e.counter, e.person_id, e.guest_id, e.organisation_id, substring($7::bytea FROM e.start FOR e.length)
  FROM entry e JOIN reachable d ON d.id = e.document_id`;

/** The way nearly everything goes: only known client ids. Answers nothing but how many were written. */
const quick = `${entries} ${insert} WHERE d.frozen_at IS NULL ORDER BY e.counter ON CONFLICT (node, counter) DO NOTHING`;

/**
 * The same, and other nodes hear of it with the commit: if all was written, or else of nothing, because then it is not yet known what.
 * $10 channels, $11 what they are told.
 */
const quickAndTold = `${entries}, inserted AS (${insert} WHERE d.frozen_at IS NULL ORDER BY e.counter ON CONFLICT (node, counter) DO NOTHING RETURNING 1
), told AS MATERIALIZED (
  SELECT pg_notify(n.channel, n.payload) FROM unnest($10::text[], $11::text[]) AS n (channel, payload)
  WHERE (SELECT count(*) FROM inserted) = cardinality($2::bigint[])
)
SELECT FROM inserted WHERE (SELECT count(*) FROM told) IS NOT NULL`;

/**
 * One statement for the updates of all rooms: whatever the database refuses, it refuses by leaving a row out, never by
 * failing the rest. Claims: $10 counters, $11 client ids, $12 gatherings.
 */
const thorough = `${entries}, claim AS (
  SELECT c.counter, e.document_id, c.client_id, e.person_id, e.guest_id, e.organisation_id, c.gathering_id
  FROM unnest($10::bigint[], $11::bigint[], $12::uuid[]) AS c (counter, client_id, gathering_id)
  JOIN entry e USING (counter) JOIN reachable d ON d.id = e.document_id AND d.frozen_at IS NULL
), claimed AS (
  INSERT INTO engine.document_client (document_id, client_id, person_id, guest_id, organisation_id, gathering_id)
  SELECT DISTINCT ON (document_id, client_id) document_id, client_id, person_id, guest_id, organisation_id, gathering_id
  FROM claim ORDER BY document_id, client_id, counter
  ON CONFLICT (document_id, client_id) DO NOTHING
  RETURNING document_id, client_id, person_id, guest_id, organisation_id
), owner AS (
  SELECT * FROM claimed
  UNION ALL
  SELECT c.document_id, c.client_id, c.person_id, c.guest_id, c.organisation_id
  FROM engine.document_client c JOIN claim USING (document_id, client_id)
), refused AS (
  SELECT DISTINCT claim.counter FROM claim WHERE NOT EXISTS (
    SELECT FROM owner o WHERE o.document_id = claim.document_id AND o.client_id = claim.client_id
      AND o.person_id IS NOT DISTINCT FROM claim.person_id AND o.guest_id IS NOT DISTINCT FROM claim.guest_id
      AND o.organisation_id IS NOT DISTINCT FROM claim.organisation_id)
), inserted AS (${insert}
  WHERE d.frozen_at IS NULL AND NOT EXISTS (SELECT FROM refused r WHERE r.counter = e.counter)
  ORDER BY e.counter
  ON CONFLICT (node, counter) DO NOTHING
  RETURNING counter
)
SELECT e.counter,
  CASE
    WHEN i.counter IS NOT NULL OR earlier.counter IS NOT NULL THEN 'committed'
    WHEN r.counter IS NOT NULL THEN 'foreign'
    WHEN d.frozen_at IS NOT NULL OR there.id IS NULL THEN 'closed'
    ELSE 'busy'
  END AS outcome
FROM entry e
LEFT JOIN inserted i USING (counter)
LEFT JOIN engine.document_update earlier ON earlier.node = $1::uuid AND earlier.counter = e.counter
LEFT JOIN refused r ON r.counter = e.counter
LEFT JOIN reachable d ON d.id = e.document_id
LEFT JOIN engine.document there ON there.id = e.document_id`;

function entryValues(node: string, numbered: readonly NumberedEntry[]): unknown[] {
  const payloads = numbered.map(({ entry }) => entry.payload);
  let next = 1;
  const starts = payloads.map(({ length }) => (next += length) - length);
  return [
    node,
    arrayOf(numbered.map(({ counter }) => counter)),
    arrayOf(numbered.map(({ entry }) => entry.documentId)),
    arrayOf(numbered.map(({ entry }) => entry.actor.personId)),
    arrayOf(numbered.map(({ entry }) => entry.actor.guestId)),
    arrayOf(numbered.map(({ entry }) => entry.actor.organisationId)),
    // One value as bytes: an array of them would go as text, twice as long, and be read twice.
    payloads.length === 1 ? bufferOf(payloads[0] as Uint8Array) : Buffer.concat(payloads),
    arrayOf(starts),
    arrayOf(payloads.map(({ length }) => length)),
  ];
}

/** An array as PostgreSQL reads it. For ids and numbers, in which there is nothing to escape: the driver would look for that in each of them. */
function arrayOf(values: readonly (string | number | bigint | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/**
 * Writes entries that claim nothing; answers how many were written (`rowCount`).
 * @param announcements go out with the commit when all were written
 */
export function quickStatement(node: string, numbered: readonly NumberedEntry[], announcements: readonly Notification[]): PreparedStatement {
  const values = entryValues(node, numbered);
  if (announcements.length === 0) return { name: 'collaboration-append', text: quick, values };
  values.push(announcements.map(({ channel }) => channel), announcements.map(({ payload }) => payload));
  return { name: 'collaboration-append-and-tell', text: quickAndTold, values };
}

/** Writes entries, claims client ids, and says of each entry what became of it; answers rows of counter and outcome. */
export function thoroughStatement(node: string, numbered: readonly NumberedEntry[]): PreparedStatement {
  const claims = numbered.flatMap(({ counter, entry }) => entry.claims.map((clientId) => ({ counter, clientId, gatheringId: entry.actor.gatheringId })));
  const values = [...entryValues(node, numbered), arrayOf(claims.map(({ counter }) => counter)), arrayOf(claims.map(({ clientId }) => clientId)), arrayOf(claims.map(({ gatheringId }) => gatheringId))];
  return { name: 'collaboration-append-thoroughly', text: thorough, values };
}
