import type { Transaction } from '@konzeptwerkstatt/contracts';

/**
 * Runs work in one transaction: commits when it resolves, rolls back when it throws. It may run the work again after a
 * serialization failure, so work must not have effects outside the transaction. `PrismaDatabase` of `platform-database` fits.
 */
export interface TransactionRunner<Tx extends Transaction = Transaction> {
  /** @param options timeout: longest duration of one attempt, in milliseconds */
  runInTransaction<T>(work: (tx: Tx) => Promise<T>, options?: { readonly timeout?: number }): Promise<T>;
}

/** Injection token of the process's transaction runner. */
export const TRANSACTION_RUNNER = Symbol('TransactionRunner');
