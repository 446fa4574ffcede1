import { UnrecoverableError, type Job } from 'bullmq';
import type { JobProcessor, QueueName } from '@konzeptwerkstatt/contracts';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import { settle, type SubscriberRunner, type TransactionRunner } from '@konzeptwerkstatt/platform-outbox';
import { z } from 'zod';
import { failureReason, InvalidJobError, JobTimeoutError } from './failure-reason.js';
import { deliveryPolicy, type JobPolicy } from './job-policy.js';
import type { ParkedJobRepository } from './parked-job.repository.js';

/** As much of a BullMQ job as running it needs. */
export type RunnableJob = Pick<Job, 'id' | 'name' | 'data' | 'attemptsMade' | 'queueName'>;

/** What a runner works with. */
export interface JobRunnerOptions {
  readonly processors: readonly JobProcessor[];
  readonly subscribers: SubscriberRunner;
  readonly transactions: TransactionRunner;
  readonly parked: ParkedJobRepository;
  readonly logger: Logger;
}

const deliveryData = z.object({ eventId: z.uuid() });

/** Names of jobs are `context.verb-noun`; what has no point is a subscriber. */
const isDelivery = (name: string): boolean => !name.includes('.');

/** Runs one try of one job: checks its data, watches the time, and parks it with the reason when the tries are used up. */
export class JobRunner {
  private readonly processors: ReadonlyMap<string, JobProcessor>;

  constructor(private readonly options: JobRunnerOptions) {
    this.processors = new Map(options.processors.map((processor) => [processor.job.name, processor]));
  }

  /** @throws Error with the technical reason: BullMQ tries again, or gives up when it is an UnrecoverableError */
  async run(job: RunnableJob): Promise<void> {
    const { attempts, timeoutMs } = this.policyOf(job.name);
    // Only parking was left to do, and failed: there is no further try.
    if (job.attemptsMade >= attempts) return this.giveUp(job, 'parking had failed; the reason is in the log', job.attemptsMade);
    try {
      await withTimeout(timeoutMs, (signal) => this.process(job, signal));
    } catch (error) {
      const reason = failureReason(error);
      const tries = job.attemptsMade + 1;
      this.options.logger.warn({ err: error, job: job.name, jobId: job.id, tries }, 'job failed');
      if (tries < attempts) throw new Error(reason);
      await this.giveUp(job, reason, tries);
    }
  }

  /** Parks a job. A repeating one is not parked: its next run is the retry. @throws UnrecoverableError always, when parked */
  async giveUp(job: RunnableJob, reason: string, tries: number): Promise<void> {
    if (this.processors.get(job.name)?.job.everyMs === undefined) await this.park(job, reason, tries);
    throw new UnrecoverableError(reason);
  }

  private async park(job: RunnableJob, reason: string, attempts: number): Promise<void> {
    const { transactions, parked, logger } = this.options;
    const delivery = isDelivery(job.name) ? deliveryData.safeParse(job.data) : undefined;
    await transactions.runInTransaction(async (tx) => {
      await parked.insert(tx, { queue: job.queueName as QueueName, jobName: job.name, jobId: job.id ?? '', data: job.data, reason, attempts });
      if (delivery?.success) await settle(tx, { eventId: delivery.data.eventId, subscriber: job.name });
    });
    logger.error({ job: job.name, jobId: job.id, reason }, 'job parked');
  }

  private policyOf(name: string): JobPolicy {
    return this.processors.get(name)?.job ?? deliveryPolicy;
  }

  private async process(job: RunnableJob, signal: AbortSignal): Promise<void> {
    if (isDelivery(job.name)) {
      const { eventId } = parsed(deliveryData, job);
      return this.options.subscribers.run({ eventId, subscriber: job.name });
    }
    const processor = this.processors.get(job.name);
    if (!processor) throw new InvalidJobError(`No processor for ${job.name}`);
    return processor.process(parsed(processor.job.schema, job), signal);
  }
}

function parsed<Data>(schema: z.ZodType<Data>, job: RunnableJob): Data {
  const result = schema.safeParse(job.data);
  if (!result.success) throw new InvalidJobError(`Data of ${job.name} does not fit: ${result.error.issues.map(({ code, path }) => `${code} at ${path.map(String).join('.')}`).join(', ')}`);
  return result.data;
}

/** Rejects when the time is over, whether or not the work heeds the signal; its transaction is what keeps effects single. */
async function withTimeout(timeoutMs: number, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new JobTimeoutError(timeoutMs);
      controller.abort(error);
      reject(error);
    }, timeoutMs);
  });
  try {
    await Promise.race([work(controller.signal), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
