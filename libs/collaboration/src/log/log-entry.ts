import type { Actor } from '@konzeptwerkstatt/kernel';

/** One update on its way into the log. */
export interface LogEntry {
  readonly documentId: string;
  readonly actor: Actor;
  readonly payload: Uint8Array;
  /** Client ids that this update is the first of; they become the actor's in the same commit. */
  readonly claims: readonly number[];
  /** Set when the sender lost her right before the entry was sent to the database. */
  discarded: boolean;
}

/**
 * What became of an entry:
 * - `committed`: it is on disk.
 * - `closed`: the document is frozen or gone.
 * - `foreign`: a client id belongs to somebody else by now.
 * - `discarded`: taken back before it was sent.
 */
export type LogOutcome = 'committed' | 'closed' | 'foreign' | 'discarded';

/** Takes updates and tells when they are on disk. */
export interface UpdateLog {
  /** Entries of one document keep their order. Rejects when the database did not answer in time. */
  append(entry: LogEntry): Promise<LogOutcome>;
  /** Bytes that wait for the database. */
  readonly waitingBytes: number;
}
