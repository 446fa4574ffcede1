import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Notification } from '@konzeptwerkstatt/platform-signals';
import type { Backlog } from './backlog.js';

/** What one writer did in a document since the last commit, on its way into the log as one row. */
export interface LogEntry {
  readonly documentId: string;
  readonly actor: Actor;
  /** Yjs update, encoding V1. */
  readonly payload: Uint8Array;
  /** Client ids that this update is the first of; they become the actor's in the same commit. */
  readonly claims: readonly number[];
}

/**
 * What became of an entry:
 * - `committed`: it is on disk.
 * - `closed`: the document is frozen or gone.
 * - `foreign`: a client id belongs to somebody else by now.
 * - `unreached`: the database did not take it in time.
 */
export type LogOutcome = 'committed' | 'closed' | 'foreign' | 'unreached';

/** Somebody with updates to be committed: a room. */
export interface LogSource {
  /** How many people see what it commits. */
  readonly audience: number;
  /** Whether other nodes are told of it too. */
  readonly isRelayed: boolean;
  /** Hands over what is to be committed now, in order, about so many bytes at most; the rest waits for the next commit. */
  collect(maxBytes: number): readonly LogEntry[];
  /** What other nodes are to hear of when that is committed, to be sent with it; none when they are told afterwards. */
  announce(): readonly Notification[];
  /** Whether something is left for the next commit. */
  readonly hasWaiting: boolean;
  /**
   * Tells what became of all entries of one commit.
   * @param isAnnounced other nodes have been told with it
   */
  settle(outcomes: ReadonlyMap<LogEntry, LogOutcome>, isAnnounced: boolean): void;
}

/** Takes updates and tells when they are on disk. */
export interface UpdateLog {
  /** What all sources have accepted and is not on disk; they keep the account. */
  readonly backlog: Backlog;
  /** The source has something for the next commit. */
  enlist(source: LogSource): void;
}
