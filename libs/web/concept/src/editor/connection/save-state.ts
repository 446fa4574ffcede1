/** How safe the copy on this device is: everything is in it, something is being written, or it cannot be written. */
export type DeviceCopyState = 'kept' | 'writing' | 'failed';

/** What is known of a section's text at one moment. */
export interface ConnectionFacts {
  /** The text has been loaded at least once, from the server or from this device. */
  readonly hasText: boolean;
  /** It has been waited for long enough to say so. */
  readonly isLate: boolean;
  readonly isConnected: boolean;
  /** The server has answered the first synchronisation of this connection. */
  readonly isSynced: boolean;
  /** On this connection the server has once been told, and has committed, everything there was here. */
  readonly isProven: boolean;
  /** An answer of the server is overdue, though the connection seems to stand. */
  readonly isUnanswered: boolean;
  /** Connections lead nowhere again and again, as behind a firewall that lets none through. */
  readonly isBlocked: boolean;
  /** Something written here, now or before a reload, is not known to be committed. */
  readonly hasUnsentWork: boolean;
  readonly copy: DeviceCopyState;
  /** A reader's tab: the server takes nothing from it. */
  readonly isReadOnly: boolean;
  /** WebSocket close code after which reconnecting is pointless, or null. */
  readonly finalCloseCode: number | null;
  /** The server's word for that close: several share a code. */
  readonly finalCloseReason: string;
}

/**
 * The state of saving as people are told it. `saved` means committed; nothing else is called saved.
 * - loading, unreachable: the text is not there yet, or does not come
 * - reading, reading-offline: nothing to save here; up to date, or not
 * - saving: written, not yet committed · stuck: the same for so long that it must be said
 * - offline: kept on this device · offline-unkept: not even that
 * - adopted: the text was adopted while it was open here, and takes no more changes
 * - the others: this tab cannot save any more
 */
export type SaveState = 'loading' | 'unreachable' | 'reading' | 'reading-offline' | 'saved' | 'saving' | 'stuck' | 'offline' | 'offline-unkept' | FinalState;
export type FinalState = 'signed-out' | 'adopted' | 'forbidden' | 'missing' | 'outdated' | 'too-large' | 'too-fast' | 'too-many-windows' | 'refused';

const finalStates: Readonly<Record<number, FinalState>> = {
  1009: 'too-large', 4401: 'signed-out', 4403: 'forbidden', 4404: 'missing', 4409: 'outdated', 4413: 'too-large', 4429: 'too-fast',
};

/** Ended sessions, adopted texts and withdrawn rights share their code; so do who sends too much and who has too many windows. */
const statesOfReason: Readonly<Record<number, Readonly<Record<string, FinalState>>>> = {
  4403: { 'signed out': 'signed-out', frozen: 'adopted' }, 4429: { 'too many windows': 'too-many-windows' },
};

function finalStateOf({ finalCloseCode, finalCloseReason }: ConnectionFacts): FinalState | null {
  if (finalCloseCode === null) return null;
  return statesOfReason[finalCloseCode]?.[finalCloseReason] ?? finalStates[finalCloseCode] ?? 'refused';
}

function readerStateOf({ isConnected, isUnanswered, isSynced, hasUnsentWork }: ConnectionFacts): SaveState {
  // Written before the right to write was withdrawn.
  if (hasUnsentWork) return 'forbidden';
  if (!isConnected || isUnanswered) return 'reading-offline';
  return isSynced ? 'reading' : 'loading';
}

/** Derives the state from the facts. */
export function saveStateOf(facts: ConnectionFacts): SaveState {
  const final = finalStateOf(facts);
  if (final !== null) return final;
  if (!facts.hasText) return facts.isLate ? 'unreachable' : 'loading';
  if (facts.isReadOnly) return readerStateOf(facts);
  const isReached = facts.isConnected && !facts.isUnanswered;
  if (facts.isConnected && facts.isUnanswered && facts.hasUnsentWork) return 'stuck';
  if (!isReached) return facts.copy === 'failed' ? 'offline-unkept' : 'offline';
  return facts.hasUnsentWork || !facts.isProven ? 'saving' : 'saved';
}

/** Whether closing the page now would leave work that only this device has. */
export function hasWorkAtRisk({ hasUnsentWork }: ConnectionFacts): boolean {
  return hasUnsentWork;
}

/** Whether somebody may go on typing: where it would only pile up what nobody ever takes, not. A new sign-in takes it. */
export function mayType(state: SaveState): boolean {
  return !(['adopted', 'forbidden', 'missing', 'outdated', 'too-large', 'too-fast', 'too-many-windows', 'refused'] as SaveState[]).includes(state);
}

/** Whether to offer a way of one's own to keep what is written: nothing else would, or nobody can say when it will be taken. */
export function needsKeeping(state: SaveState, { hasUnsentWork, copy }: ConnectionFacts): boolean {
  return hasUnsentWork && (copy === 'failed' || !mayType(state));
}
