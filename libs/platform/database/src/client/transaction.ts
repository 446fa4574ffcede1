import { setTimeout as sleep } from 'node:timers/promises';
import type { Prisma, PrismaClient } from '../generated/client.js';

/** The client inside a transaction: the first argument of every method that writes. */
export type Transaction = Prisma.TransactionClient;

/** How a transaction runs. */
export interface TransactionOptions {
  /**
   * Whether the whole function may be run again (up to five times in all) when PostgreSQL ended the transaction because
   * of another one: serialization failure or deadlock. Default true. Set it to false only for a function that does
   * something outside the database which must not happen twice; better, move that out.
   */
  readonly retryable?: boolean;
  /** Default: PostgreSQL's own, read committed. */
  readonly isolationLevel?: Prisma.TransactionIsolationLevel;
  /** Longest duration of one attempt in milliseconds; default 15,000. */
  readonly timeout?: number;
}

const maxAttempts = 5;
const baseDelay = 20;
const conflictCodes = new Set(['P2034', '40001', '40P01']);

/** Whether PostgreSQL ended a transaction because of another one, so that trying again makes sense. */
export function isWriteConflict(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const { code, originalCode, kind, cause, meta } = error as Record<string, unknown>;
  if ([code, originalCode].some((value) => typeof value === 'string' && conflictCodes.has(value)) || kind === 'TransactionWriteConflict') return true;
  const adapterError = typeof meta === 'object' && meta !== null ? (meta as Record<string, unknown>)['driverAdapterError'] : undefined;
  return isWriteConflict(cause, depth + 1) || isWriteConflict(adapterError, depth + 1);
}

/** Runs `attempt` again while it fails with a write conflict; the pauses grow and are random, so that rivals part. */
export async function retryOnConflict<T>(attempt: () => Promise<T>, attempts = maxAttempts): Promise<T> {
  for (let number = 1; ; number++) {
    try {
      return await attempt();
    } catch (error) {
      if (number >= attempts || !isWriteConflict(error)) throw error;
      await sleep(Math.random() * baseDelay * 2 ** number);
    }
  }
}

/** Runs `work` in one transaction; see `TransactionOptions` for what happens on conflicts. */
export async function runInTransaction<T>(client: PrismaClient, work: (tx: Transaction) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const attempt = (): Promise<T> =>
    client.$transaction(work, {
      maxWait: 5_000,
      timeout: options.timeout ?? 15_000,
      ...(options.isolationLevel ? { isolationLevel: options.isolationLevel } : {}),
    });
  return retryOnConflict(attempt, options.retryable === false ? 1 : maxAttempts);
}
