import { ApplicationError } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { ActorRow } from '../log/actor-row.js';

/** A row of the log as the server's own readers and writers see it. */
export interface LogRow extends ActorRow {
  readonly id: string;
  readonly payload: Uint8Array;
  readonly projected: boolean;
}

/** Everything stored of a document. */
export interface StoredDocument {
  readonly municipalityId: string;
  readonly frozen: boolean;
  readonly snapshot: Uint8Array | null;
  /** By id. */
  readonly rows: readonly LogRow[];
}

interface HeadRow {
  readonly municipality_id: string;
  readonly frozen: boolean;
  readonly state: Uint8Array | null;
}

const notFound = (): ApplicationError => new ApplicationError('NOT_FOUND', 'Diesen Text gibt es nicht.');

/**
 * Takes the lock under which the server writes, projects and compacts a document; held until the transaction ends.
 * @param waitMs longest wait, in milliseconds
 * @throws ApplicationError UNAVAILABLE when another holds it for longer
 */
export async function lockDocument(tx: Transaction, documentId: string, waitMs = 2_000): Promise<void> {
  const [{ isolation } = { isolation: '' }] = await tx.$queryRaw<{ isolation: string }[]>`
    SELECT current_setting('transaction_isolation') AS isolation, set_config('lock_timeout', ${`${waitMs}ms`}, true)`;
  // A snapshot from before the lock would give the same clocks twice.
  if (isolation !== 'read committed') throw new Error('Documents are written in read-committed transactions only');
  try {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('document/' || ${documentId}::text, 0))`;
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    throw new ApplicationError('UNAVAILABLE', 'Dieser Text wird gerade an anderer Stelle geändert. Bitte versuchen Sie es gleich noch einmal.', 2);
  }
  await tx.$executeRaw`SELECT set_config('lock_timeout', '0', true)`;
}

/** Reads a document in one statement per table; call it under the lock when something is decided by it. */
export async function readStored(tx: Transaction, documentId: string): Promise<StoredDocument> {
  const rows = await tx.$queryRaw<LogRow[]>`
    SELECT u.id::text, u.payload, u.projected, u.person_id::text, u.guest_id::text, u.organisation_id::text
    FROM engine.document_update u WHERE u.document_id = ${documentId}::uuid ORDER BY u.id`;
  // Ordered by the number, not by the text of the same name beside it, which puts 10 before 9.
  // The head after the rows: a compaction between the two moves rows into the snapshot, so nothing is missed, only read twice.
  const [head] = await tx.$queryRaw<HeadRow[]>`
    SELECT d.municipality_id::text, d.frozen_at IS NOT NULL AS frozen, s.state
    FROM engine.document d LEFT JOIN engine.document_snapshot s ON s.document_id = d.id WHERE d.id = ${documentId}::uuid`;
  if (head === undefined) throw notFound();
  return { municipalityId: head.municipality_id, frozen: head.frozen, snapshot: head.state, rows };
}

/** The updates whose sum is the document. */
export function updatesOf({ snapshot, rows }: Pick<StoredDocument, 'snapshot' | 'rows'>): Uint8Array[] {
  return [...(snapshot === null ? [] : [snapshot]), ...rows.map(({ payload }) => payload)];
}

/** PostgreSQL's 55P03, wherever the database library has put it. */
function isLockTimeout(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  return Object.getOwnPropertyNames(error).some((key) => {
    const value = (error as Record<string, unknown>)[key];
    if (typeof value === 'string') return value === '55P03' || value.includes('lock timeout');
    return isLockTimeout(value, depth + 1);
  });
}
