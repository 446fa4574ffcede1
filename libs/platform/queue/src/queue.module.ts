import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { JOB_QUEUE } from '@konzeptwerkstatt/contracts';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { DATABASE_OPTIONS, type DatabaseOptions } from '@konzeptwerkstatt/platform-database';
import { LOGGER, type Logger } from '@konzeptwerkstatt/platform-logging';
import { BullJobQueue } from './bull-job-queue.js';
import { PostgresQueueBackend } from './postgres-queue-backend.js';
import type { QueueBackend } from './queue-backend.js';
import { RedisQueueBackend } from './redis-queue-backend.js';

/** Injection token of the process's queue backend. */
export const QUEUE_BACKEND = Symbol('QueueBackend');

/** Redis where it is configured, else the application's database. */
export function createQueueBackend(settings: { readonly databaseUrl: string; readonly redisUrl: string | undefined }, logger: Logger): QueueBackend {
  return settings.redisUrl === undefined ? new PostgresQueueBackend(settings.databaseUrl, logger) : new RedisQueueBackend(settings.redisUrl);
}

/** Lets every module enqueue jobs: `@Inject(JOB_QUEUE) jobs: JobQueue`. Needs the global Config-, Logging- and DatabaseModule. */
@Module({})
export class QueueModule implements OnApplicationShutdown {
  constructor(
    @Inject(BullJobQueue) private readonly queue: BullJobQueue,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
  ) {}

  static forRoot(): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      providers: [
        { provide: QUEUE_BACKEND, inject: [DATABASE_OPTIONS, APP_CONFIG, LOGGER], useFactory: preparedBackend },
        { provide: BullJobQueue, inject: [QUEUE_BACKEND, LOGGER], useFactory: (backend: QueueBackend, logger: Logger) => new BullJobQueue(backend, logger) },
        { provide: JOB_QUEUE, useExisting: BullJobQueue },
      ],
      exports: [QUEUE_BACKEND, BullJobQueue, JOB_QUEUE],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
    await this.backend.close();
  }
}

async function preparedBackend(database: DatabaseOptions, config: AppConfig, logger: Logger): Promise<QueueBackend> {
  const backend = createQueueBackend({ databaseUrl: database.databaseUrl, redisUrl: config.redisUrl }, logger);
  await backend.prepare();
  return backend;
}
