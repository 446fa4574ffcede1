import { Inject, Injectable, Optional, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import { LOGGER, type Logger } from '@konzeptwerkstatt/platform-logging';
import type { Pool } from 'pg';
import { DATABASE_OPTIONS, type DatabaseOptions } from '../database.config.js';
import { PrismaClient } from '../generated/client.js';
import { createPgPool } from '../pool/pg-pool.js';
import { tenantGuard } from './tenant-guard.js';
import { runInTransaction, type Transaction, type TransactionOptions } from './transaction.js';

/** The application's access to its tables: typed queries, guarded against mixing municipalities. */
@Injectable()
export class PrismaDatabase implements OnApplicationShutdown {
  /** For reading outside a transaction. Queries on a municipality's rows must name it (see `acrossMunicipalities`). */
  readonly client: PrismaClient;
  private readonly pool: Pool;

  constructor(@Inject(DATABASE_OPTIONS) options: DatabaseOptions, @Optional() @Inject(LOGGER) logger: Logger | null = null) {
    this.pool = createPgPool(options.databaseUrl, {
      name: 'konzeptwerkstatt-prisma',
      max: options.poolSize ?? 10,
      onError: (error) => logger?.warn({ pool: 'prisma', err: error }, 'idle database connection lost'),
    });
    const client = new PrismaClient({ adapter: new PrismaPg(this.pool), errorFormat: 'minimal' });
    // An extension that only intercepts queries leaves the client's type as it is.
    this.client = client.$extends(tenantGuard) as unknown as PrismaClient;
  }

  /**
   * Runs `work` in one transaction and commits; anything thrown rolls back. Runs it again on conflicts with other
   * transactions unless `retryable` is false, so `work` must have no effects outside the database.
   */
  runInTransaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T> {
    return runInTransaction(this.client, work, options);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.$disconnect();
    if (!this.pool.ended) await this.pool.end();
  }
}
