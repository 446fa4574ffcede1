import { Queue, Worker, type Processor } from 'bullmq';
import type { QueueName } from '@konzeptwerkstatt/contracts';
import { ExitCode, StartupError } from '@konzeptwerkstatt/platform-config';
import { Redis } from 'ioredis';
import type { QueueBackend, WorkerSettings } from './queue-backend.js';

const prefix = 'konzeptwerkstatt';

/** BullMQ on Redis, for large installations. */
export class RedisQueueBackend implements QueueBackend {
  readonly kind = 'redis';

  constructor(private readonly redisUrl: string) {}

  /** Redis must answer, and must not throw jobs away when its memory is full: it would report success and lose them. */
  async prepare(): Promise<void> {
    const redis = new Redis(this.redisUrl, { lazyConnect: true, connectTimeout: 5_000, maxRetriesPerRequest: 1, retryStrategy: () => null });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      assertKeepsJobs(await redis.info('memory'));
    } catch (cause) {
      if (cause instanceof StartupError) throw cause;
      throw new StartupError('Redis ist nicht erreichbar: Bitte REDIS_URL und den Redis-Dienst prüfen.', ExitCode.unavailable, { cause });
    } finally {
      redis.disconnect();
    }
  }

  /** A producer fails at once while Redis is away: the caller's work waits in the outbox, not in this process's memory. */
  openQueue(name: QueueName): Queue {
    return new Queue(name, { prefix, connection: { url: this.redisUrl, enableOfflineQueue: false, maxRetriesPerRequest: 1 } });
  }

  /** A worker waits for Redis to come back, however long that takes. */
  openWorker(name: QueueName, processor: Processor, settings: WorkerSettings): Worker {
    return new Worker(name, processor, { ...settings, prefix, connection: { url: this.redisUrl, maxRetriesPerRequest: null } });
  }

  async close(): Promise<void> {
    // Queues and workers have closed their own connections.
  }
}

/** @param memory the section of that name of Redis's INFO @throws StartupError unless the policy is `noeviction` */
export function assertKeepsJobs(memory: string): void {
  const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? 'unbekannt';
  if (policy === 'noeviction') return;
  throw new StartupError(
    `Redis würde Aufträge verwerfen, wenn sein Speicher voll ist: Bitte dort „maxmemory-policy noeviction“ setzen (jetzt: ${policy}).`,
    ExitCode.wrongSetting,
  );
}
