import type { BackoffStrategy, JobsOptions } from 'bullmq';
import type { JobContract } from '@konzeptwerkstatt/contracts';

/** What the queue does with a job that fails, takes long or comes twice. */
export type JobPolicy = Pick<JobContract, 'attempts' | 'backoffMs' | 'timeoutMs'>;

/** All deliveries of events to subscribers. */
export const deliveryPolicy: JobPolicy = { attempts: 5, backoffMs: 1_000, timeoutMs: 30_000 };

/** Further tries BullMQ grants, in which nothing is run but only parked: for a database that was away at the last one. */
const parkingTries = 20;
const longestBackoffMs = 60_000;
const day = 86_400;
const backoffType = 'growing';

/** Waits twice as long after each try, at most a minute, with some chance so that what failed together does not return together. */
export const backoffStrategy: BackoffStrategy = (attemptsMade, _type, _error, job) => {
  const backoff = job?.opts.backoff;
  const first = (typeof backoff === 'object' ? backoff.delay : backoff) ?? deliveryPolicy.backoffMs;
  return Math.round(Math.min(first * 2 ** (attemptsMade - 1), longestBackoffMs) * (0.8 + 0.4 * Math.random()));
};

/** BullMQ's options of a delivery: kept for a day, so that its id is refused when it comes again. */
export const deliveryOptions: JobsOptions = {
  ...triesOf(deliveryPolicy),
  removeOnComplete: { age: day },
  removeOnFail: { age: 7 * day },
};

/** BullMQ's options of a job. @throws Error when its key contains `:`, which BullMQ uses itself */
export function jobOptions<Data>(contract: JobContract<Data>, data: Data): JobsOptions {
  const id = contract.deduplicationKey?.(data);
  if (id?.includes(':')) throw new Error(`Deduplication key ${id} of ${contract.name} contains ":"`);
  return {
    ...triesOf(contract),
    removeOnComplete: { age: day, count: 1_000 },
    removeOnFail: { age: 7 * day, count: 1_000 },
    ...(id === undefined ? {} : { deduplication: { id, keepLastIfActive: true } }),
  };
}

function triesOf(policy: JobPolicy): JobsOptions {
  return { attempts: policy.attempts + parkingTries, backoff: { type: backoffType, delay: policy.backoffMs } };
}
