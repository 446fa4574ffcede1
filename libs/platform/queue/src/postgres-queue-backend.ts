import { createPostgresBackend, type Queue, runMigrations, withBackend, type Processor, type Worker } from 'bullmq';
import type { QueueName } from '@konzeptwerkstatt/contracts';
import { createPgPool } from '@konzeptwerkstatt/platform-database';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import { Client, type Pool } from 'pg';
import type { QueueBackend, WorkerSettings } from './queue-backend.js';

const schema = 'bullmq';
/** Each worker keeps one connection of the pool for LISTEN; six are for everybody's statements. */
const poolSize = 2 + 6;

/**
 * BullMQ on the application's own database. Given a pool it neither migrates nor sets the search path, so both are done
 * here; one pool for all queues and workers of the process, because each would open one of its own.
 */
export class PostgresQueueBackend implements QueueBackend {
  readonly kind = 'postgres';
  private readonly pool: Pool;
  private readonly classes = withBackend(createPostgresBackend);

  constructor(private readonly databaseUrl: string, private readonly logger: Logger) {
    this.pool = createPgPool(databaseUrl, {
      name: 'konzeptwerkstatt-queue', max: poolSize, searchPath: schema,
      // Nobody waits for it but jobs. It is opened while everything else of a process starts, which takes its time on a slow machine.
      connectionTimeout: 30_000,
      onError: (error) => this.logger.warn({ err: error }, 'queue: idle database connection lost'),
    });
  }

  /** Creates or updates BullMQ's tables; processes that start together wait for each other. */
  async prepare(): Promise<void> {
    const client = new Client({ connectionString: this.databaseUrl, application_name: 'konzeptwerkstatt-queue-migration', connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await runMigrations(client, schema);
    } finally {
      await client.end();
    }
  }

  openQueue(name: QueueName): Queue {
    // The classes of all backends have the same methods; only the type of the backend itself differs.
    return new this.classes.Queue(name, { connection: this.pool }) as unknown as Queue;
  }

  openWorker(name: QueueName, processor: Processor, settings: WorkerSettings): Worker {
    return new this.classes.Worker(name, processor, { ...settings, connection: this.pool }) as unknown as Worker;
  }

  async close(): Promise<void> {
    if (!this.pool.ended) await this.pool.end();
  }
}
