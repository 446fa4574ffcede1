/** What is known of a section's text at one moment: the socket, what was sent on it, and what the server has committed. */
export interface ConnectionFacts {
  /** The text has been loaded at least once, from the server or from this device. */
  readonly hasText: boolean;
  readonly isConnected: boolean;
  /** The server has answered the first synchronisation of this connection. */
  readonly isSynced: boolean;
  /** Messages with content sent on this connection, and how many of them the server has committed. */
  readonly sent: number;
  readonly committed: number;
  /** Something typed here has not been part of a committed message yet. */
  readonly hasUnsentWork: boolean;
  /** A reader's tab: nothing is sent, so nothing waits to be committed. */
  readonly isReadOnly: boolean;
  /** WebSocket close code after which reconnecting is pointless, or null. */
  readonly finalCloseCode: number | null;
  /** The server's word for that close: an ended session and withdrawn rights share their code. */
  readonly finalCloseReason: string;
}

/**
 * The state of saving as people are told it. `saved` means committed; nothing else is called saved.
 * - reading: up to date, nothing to save here
 * - loading: the text is not there yet · saving: sent, not yet committed · offline: kept on this device
 * - signed-out, forbidden, missing, outdated, refused: this tab cannot save any more, the text stays on this device
 */
export type SaveState = 'loading' | 'reading' | 'saved' | 'saving' | 'offline' | 'signed-out' | 'forbidden' | 'missing' | 'outdated' | 'refused';

const finalStates: Readonly<Record<number, SaveState>> = { 4401: 'signed-out', 4403: 'forbidden', 4404: 'missing', 4409: 'outdated' };

/** Derives the state from the facts. */
export function saveStateOf(facts: ConnectionFacts): SaveState {
  if (facts.finalCloseCode === 4403 && facts.finalCloseReason === 'signed out') return 'signed-out';
  if (facts.finalCloseCode !== null) return finalStates[facts.finalCloseCode] ?? 'refused';
  if (!facts.hasText) return 'loading';
  if (!facts.isConnected) return 'offline';
  if (facts.isReadOnly) return facts.isSynced ? 'reading' : 'loading';
  // The first message with content is the answer to the server's question for what it lacks; before it nothing is known.
  if (!facts.isSynced || facts.sent === 0 || facts.sent > facts.committed) return 'saving';
  return facts.hasUnsentWork ? 'saving' : 'saved';
}

/** Whether closing the page now would leave work that only this device has. */
export function hasWorkAtRisk(facts: ConnectionFacts): boolean {
  return facts.hasUnsentWork || facts.sent > facts.committed;
}
