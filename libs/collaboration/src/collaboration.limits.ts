/** What one window, one person, one document and one address may cost. */
export interface CollaborationLimits {
  /** Messages that may come from one window, on average over ten seconds, and five times as many from all of somebody's; beyond it the server reads more slowly. */
  readonly messagesPerSecond: number;
  /** Bytes likewise. */
  readonly bytesPerSecond: number;
  /** Encoded size from which on a document takes no more. */
  readonly documentBytes: number;
  /** Sockets of one address that are not let in yet. */
  readonly strangersPerAddress: number;
  /** Documents that are not there (or not hers) which somebody may ask for in a minute. */
  readonly missesPerMinute: number;
  /** Windows one person (or guest) may have open at one node, over all her devices. A table may share an account, and after a broken connection the old ones count for half a minute. */
  readonly windowsPerPerson: number;
}

export const DEFAULT_LIMITS: CollaborationLimits = {
  messagesPerSecond: 200,
  bytesPerSecond: 2 * 1024 * 1024,
  documentBytes: 20 * 1024 * 1024,
  strangersPerAddress: 50,
  missesPerMinute: 20,
  windowsPerPerson: 500,
};
