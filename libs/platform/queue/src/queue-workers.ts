import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'bullmq';
import type { QueueName } from '@konzeptwerkstatt/contracts';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import { QUEUE_NAMES } from './bull-job-queue.js';
import type { JobRunner } from './job-runner.js';
import { backoffStrategy } from './job-policy.js';
import type { QueueBackend } from './queue-backend.js';

/** Jobs one process runs at a time. */
const concurrency: Readonly<Record<QueueName, number>> = { now: 6, heavy: 2 };
/** A job may lose its process more often than it may fail: BullMQ's `attempts` do not cover crashes. */
const maxStalledCount = 10;
/**
 * How soon a job whose process was killed is run again, in milliseconds: until then its event holds back all later ones of its
 * aggregate, and its document stays out of the tables. Longer than the event loop may be blocked, because the lock is renewed from there.
 */
const lockDuration = 15_000;
const stalledInterval = 5_000;
const longestGoodbyeMs = 20_000;
/** Pause after a lost connection; BullMQ's own would leave work lying for a quarter of a minute. */
const runRetryDelay = 2_000;

/** Takes jobs out of both queues and runs them. */
export class QueueWorkers {
  private workers: Worker[] = [];

  constructor(
    private readonly backend: QueueBackend,
    private readonly runner: JobRunner,
    private readonly logger: Logger,
  ) {}

  /** Resolves when both queues are being worked on. */
  async start(): Promise<void> {
    this.workers = QUEUE_NAMES.map((name) => this.open(name));
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  get isRunning(): boolean {
    return this.workers.length > 0 && this.workers.every((worker) => worker.isRunning());
  }

  /** Takes no more jobs and waits for those in hand, at most 20 s; what is left is taken up by another worker. */
  async stop(): Promise<void> {
    const closing = Promise.all(this.workers.map((worker) => worker.close()));
    const late = await Promise.race([closing.then(() => false), sleep(longestGoodbyeMs, true, { ref: false })]);
    if (late) {
      this.logger.warn('jobs still running at shutdown, they will be run again');
      await Promise.all(this.workers.map((worker) => worker.close(true)));
    }
    this.workers = [];
  }

  private open(name: QueueName): Worker {
    const worker = this.backend.openWorker(name, (job) => this.runner.run(job), {
      concurrency: concurrency[name], maxStalledCount, lockDuration, stalledInterval, runRetryDelay, settings: { backoffStrategy },
    });
    worker.on('error', (error) => this.logger.warn({ err: error, queue: name }, 'worker'));
    worker.on('failed', (job, error) => {
      // Its process died again and again; BullMQ fails such a job without running it.
      if (!job || !/stalled/.test(error.message)) return;
      this.runner.giveUp(job, 'its process ended more than ten times while it ran', job.attemptsMade).catch(() => undefined);
    });
    return worker;
  }
}
