import type { Queue } from 'bullmq';
import type { JobContract, JobQueue, JobTime, QueueName, Transaction } from '@konzeptwerkstatt/contracts';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import type { Delivery, DeliveryQueue } from '@konzeptwerkstatt/platform-outbox';
import { InvalidJobError } from './failure-reason.js';
import { deliveryOptions, jobOptions } from './job-policy.js';
import { ParkedJobRepository, type ParkedJob } from './parked-job.repository.js';
import type { QueueBackend } from './queue-backend.js';

/** The names of all queues: `now` for what people wait for, `heavy` for what may take long. */
export const QUEUE_NAMES: readonly QueueName[] = ['now', 'heavy'];

/** What is in one queue. */
export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  /** Repeating jobs whose last run failed; whatever else fails is parked. */
  readonly failed: number;
}

/** What repeating a job needs of its contract. */
export type RepeatingJob = Pick<JobContract, 'name' | 'queue' | 'everyMs'>;

/** Puts jobs and deliveries into BullMQ's queues. */
export class BullJobQueue implements JobQueue, DeliveryQueue {
  private readonly queues: ReadonlyMap<QueueName, Queue>;
  private readonly parked = new ParkedJobRepository();

  constructor(backend: QueueBackend, logger: Logger) {
    this.queues = new Map(QUEUE_NAMES.map((name) => [name, backend.openQueue(name)]));
    for (const [name, queue] of this.queues) queue.on('error', (error: Error) => logger.warn({ err: error, queue: name }, 'queue connection'));
  }

  /** @throws InvalidJobError when the data does not fit the contract; whatever the backend throws when it is away */
  async enqueue<Data>(job: JobContract<Data>, data: Data, { delayMs }: JobTime = {}): Promise<void> {
    const parsed = job.schema.safeParse(data);
    if (!parsed.success) throw new InvalidJobError(`Data of ${job.name} does not fit its contract`);
    await this.get(job.queue).add(job.name, parsed.data, { ...jobOptions(job, parsed.data), ...(delayMs === undefined ? {} : { delay: Math.ceil(delayMs) }) });
  }

  async deliver(deliveries: readonly Delivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await this.get('now').addBulk(
      deliveries.map(({ eventId, subscriber }) => ({ name: subscriber, data: { eventId }, opts: { ...deliveryOptions, jobId: `${eventId}-${subscriber}` } })),
    );
  }

  /** Repeats the jobs whose contract says so, and only those: schedules of jobs that no longer exist are removed. */
  async schedule(jobs: Iterable<RepeatingJob>): Promise<void> {
    const wanted = [...jobs].filter((job) => job.everyMs !== undefined);
    for (const [name, queue] of this.queues) {
      for (const { key } of await queue.getJobSchedulers()) if (!wanted.some((job) => job.queue === name && job.name === key)) await queue.removeJobScheduler(key);
    }
    await this.repeat(wanted);
  }

  /** Restores schedules that were lost, as in a Redis that was emptied, and disturbs neither those that are there nor those of a newer build beside this one. */
  async repeat(jobs: Iterable<RepeatingJob>): Promise<void> {
    const opts = { attempts: 1, removeOnComplete: { count: 20 }, removeOnFail: { count: 100 } };
    for (const { name, queue, everyMs } of jobs) if (everyMs !== undefined) await this.get(queue).upsertJobScheduler(name, { every: everyMs }, { name, data: {}, opts });
  }

  /**
   * Runs a parked job again, under a new id and with all its tries. Out of order: later events of its aggregate have gone by.
   * @param tx must be committed right after: the job is enqueued before, so a crash in between leaves it parked, and the next retry uses the same id
   * @throws ApplicationError NOT_FOUND when there is none of that id, or it was retried already
   */
  async retryParked(tx: Transaction, parkedId: string): Promise<ParkedJob> {
    const parked = await this.parked.take(tx, parkedId);
    await this.get(parked.queue).add(parked.jobName, parked.data, { ...deliveryOptions, jobId: `retry-${parked.id}` });
    return parked;
  }

  /** How many jobs of a queue wait, run and come later, and how many repeating ones are failing. */
  async counts(name: QueueName): Promise<QueueCounts> {
    const queue = this.get(name);
    const [{ waiting = 0, active = 0, delayed = 0 }, failed] = await Promise.all([queue.getJobCounts('waiting', 'active', 'delayed'), failingRepeats(queue)]);
    return { waiting, active, delayed, failed };
  }

  /** Resolves when the queues can be reached. */
  async waitUntilReady(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.waitUntilReady()));
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private get(name: QueueName): Queue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error(`There is no queue ${name}`);
    return queue;
  }
}

/** So many of the newest failures are looked through. */
const LOOKED_THROUGH = 200;

/** Repeating jobs that failed in their latest run: what failed before has been made up for since, or has failed again. */
async function failingRepeats(queue: Queue): Promise<number> {
  const [schedulers, failed] = await Promise.all([queue.getJobSchedulers(), queue.getFailed(0, LOOKED_THROUGH - 1)]);
  return schedulers.filter(({ key, every, next }) => {
    const latest = failed.find(({ name }) => name === key);
    return latest?.finishedOn !== undefined && next !== undefined && latest.finishedOn >= next - Number(every);
  }).length;
}
