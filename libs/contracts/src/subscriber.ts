import type { EventContract, EventEnvelope } from './event.js';
import type { Transaction } from './transaction.js';

/**
 * A reaction to an event: decides and enqueues, or makes one small write. It runs in a transaction that also holds its
 * row in the inbox, so that a second delivery has no second effect.
 */
export interface Subscriber<Payload = unknown> {
  /** Effect when cause, unique: `grant-access-when-role-assigned`. */
  readonly name: string;
  readonly event: EventContract<Payload>;
  /** Longest duration of its transaction in milliseconds, for the one that cannot be small; below the 30 seconds of a delivery. */
  readonly transactionMs?: number;
  handle(tx: Transaction, event: EventEnvelope<Payload>): Promise<void>;
}
