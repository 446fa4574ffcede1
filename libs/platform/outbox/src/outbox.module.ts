import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { JOB_QUEUE, type JobQueue } from '@konzeptwerkstatt/contracts';
import { DATABASE_OPTIONS, PG_POOL, PgListener, PrismaDatabase, type DatabaseOptions } from '@konzeptwerkstatt/platform-database';
import { LOGGER, type Logger } from '@konzeptwerkstatt/platform-logging';
import type { Pool } from 'pg';
import { EventStream } from './event-stream.js';
import { IdempotencyStore } from './idempotency-store.js';
import { PruneExpiredProcessor } from './prune-expired.processor.js';
import { TRANSACTION_RUNNER } from './transaction-runner.js';
import { UnitOfWork } from './unit-of-work.js';
import { WakeUpHub } from './wake-up-hub.js';

/**
 * Events and repeatable mutations for every context: UnitOfWork, EventStream, IdempotencyStore, WakeUpHub. Needs the global
 * DatabaseModule, LoggingModule and QueueModule.
 */
@Module({})
export class OutboxModule implements OnApplicationShutdown {
  constructor(
    @Inject(EventStream) private readonly stream: EventStream,
    @Inject(WakeUpHub) private readonly hub: WakeUpHub,
  ) {}

  static forRoot(): DynamicModule {
    return {
      module: OutboxModule,
      global: true,
      providers: [
        IdempotencyStore,
        PruneExpiredProcessor,
        { provide: TRANSACTION_RUNNER, useExisting: PrismaDatabase },
        { provide: UnitOfWork, inject: [PrismaDatabase, JOB_QUEUE, LOGGER], useFactory: (database: PrismaDatabase, jobs: JobQueue, logger: Logger) => new UnitOfWork(database, jobs, logger) },
        { provide: WakeUpHub, inject: [DATABASE_OPTIONS, LOGGER], useFactory: createHub },
        { provide: EventStream, inject: [PG_POOL, WakeUpHub, LOGGER], useFactory: (pool: Pool, hub: WakeUpHub, logger: Logger) => new EventStream(pool, hub, logger) },
      ],
      exports: [IdempotencyStore, PruneExpiredProcessor, TRANSACTION_RUNNER, UnitOfWork, WakeUpHub, EventStream],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stream.close();
    await this.hub.close();
  }
}

function createHub(database: DatabaseOptions, logger: Logger): WakeUpHub {
  const onError = (error: Error): void => logger.warn({ err: error }, 'connection for wake-ups lost');
  return new WakeUpHub(new PgListener({ databaseUrl: database.databaseUrl, name: 'konzeptwerkstatt-wake-up', onError }));
}
