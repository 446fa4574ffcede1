/** Takes a message; must not throw. */
export type SignalHandler = (message: Uint8Array) => void;

/** A message as PostgreSQL sends it: `pg_notify(channel, payload)`. */
export interface Notification {
  readonly channel: string;
  readonly payload: string;
}

/**
 * Messages between the processes of one installation, for those who listen at the moment: quick, not kept, and possibly lost.
 * Whoever uses them can find out in another way what she missed.
 */
export interface Signals {
  /** Largest message; a longer one is not sent. */
  readonly maxBytes: number;
  /** Whether they go through the application's database, so that one can go out with a transaction of it. */
  readonly areNotifications: boolean;
  /** Whether messages come through at the moment, as far as is known. */
  readonly isConnected: boolean;
  /** Sends to everybody who has subscribed, this process included. Never rejects: a message that cannot be sent is lost. */
  publish(channel: string, message: Uint8Array): Promise<void>;
  /**
   * A message that is to go out with a transaction of the application's database: who has subscribed hears of it when that is committed,
   * and only then.
   * @returns null when messages do not go through the database, or this one is too long
   */
  asNotification(channel: string, message: Uint8Array): Notification | null;
  /** @returns the function that ends it. Resolves once messages come through; without a connection, as soon as there is one or right away. */
  subscribe(channel: string, handler: SignalHandler): Promise<() => Promise<void>>;
  /** Calls back when messages may have been lost. */
  onInterruption(callback: () => void): void;
  close(): Promise<void>;
}
