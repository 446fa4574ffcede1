import type { z } from 'zod';

export type QueueName = 'now' | 'heavy';

/** A kind of job: `context.verb-noun`, with all that the queue needs to know of it. */
export interface JobContract<Data = unknown> {
  readonly name: string;
  readonly queue: QueueName;
  readonly schema: z.ZodType<Data>;
  /** Tries before it is parked with its reason. */
  readonly attempts: number;
  readonly backoffMs: number;
  readonly timeoutMs: number;
  /** Jobs with the same key are one while they wait; while one runs, at most one more waits behind it. No `:` in it. */
  readonly deduplicationKey?: (data: Data) => string;
  /** Repeats every so many milliseconds without being enqueued. */
  readonly everyMs?: number;
}

const contracts = new Map<string, JobContract>();

/** Declares a job. Throws when the name is taken or does not follow `context.verb-noun`. */
export function defineJob<Data>(contract: JobContract<Data>): JobContract<Data> {
  if (!/^[a-z]+\.[a-z]+(-[a-z]+)*$/.test(contract.name)) throw new Error(`Job name ${contract.name} is not context.verb-noun`);
  if (contracts.has(contract.name)) throw new Error(`Job ${contract.name} is declared twice`);
  contracts.set(contract.name, contract as unknown as JobContract);
  return contract;
}

/** Every declared job, by name. */
export function jobContracts(): ReadonlyMap<string, JobContract> {
  return contracts;
}

/** Runs one kind of job. Exactly one per contract, or the process does not start. */
export interface JobProcessor<Data = unknown> {
  readonly job: JobContract<Data>;
  /** @param signal aborted when the job's timeout has passed */
  process(data: Data, signal: AbortSignal): Promise<void>;
}

/** When a job is to run. */
export interface JobTime {
  /** Not before so many milliseconds have passed; at once by default. */
  readonly delayMs?: number;
}

/** Puts jobs into their queue, after the commit of what they are about. */
export interface JobQueue {
  enqueue<Data>(job: JobContract<Data>, data: Data, time?: JobTime): Promise<void>;
}

/** Injection token of the queue. */
export const JOB_QUEUE = Symbol('JobQueue');
