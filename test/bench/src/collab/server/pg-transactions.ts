import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { Pool, PoolClient } from 'pg';

const textOf = (parts: TemplateStringsArray): string => parts.reduce((text, part, index) => `${text}$${index}${part}`);

function transactionOn(client: PoolClient): Transaction {
  return {
    $queryRaw: async <T>(parts: TemplateStringsArray, ...values: unknown[]) => (await client.query(textOf(parts), values)).rows as T,
    $executeRaw: async (parts, ...values) => (await client.query(textOf(parts), values)).rowCount ?? 0,
  };
}

/** Transactions for the engine's jobs on plain `pg`, without the object mapper and its memory. */
export class PgTransactions {
  constructor(private readonly pool: Pool) {}

  async runInTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work(transactionOn(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }
}
