import { randomUUID } from 'node:crypto';
import { SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import { defineEvent, defineJob, newEvent, type JobProcessor, type Subscriber } from '@konzeptwerkstatt/contracts';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { PgListener } from '@konzeptwerkstatt/platform-database';
import { appendEvents, OutboxRelay, SubscriberRunner, WakeUpHub } from '@konzeptwerkstatt/platform-outbox';
import type { TestDatabase } from '@konzeptwerkstatt/test-support';
import { z } from 'zod';
import { BullJobQueue } from '../src/bull-job-queue.js';
import { JobRunner } from '../src/job-runner.js';
import { ParkedJobRepository } from '../src/parked-job.repository.js';
import { createQueueBackend } from '../src/queue.module.js';
import { QueueWorkers } from '../src/queue-workers.js';

export const silent = createLogger({ level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });

const job = { queue: 'now', schema: z.object({ thing: z.string() }), attempts: 5, backoffMs: 10, timeoutMs: 400 } as const;
export const plainJob = defineJob({ ...job, name: 'testing.do-thing' });
export const singleJob = defineJob({ ...job, name: 'testing.do-thing-once', deduplicationKey: ({ thing }) => `once-${thing}` });
export const repeatingJob = defineJob({ ...job, name: 'testing.look-around', schema: z.object({}), attempts: 1, everyMs: 150 });
export const thingHappened = defineEvent('testing.job.happened', 1, z.object({}));

/** Writes one event. @returns its id */
export async function publish(database: TestDatabase, aggregateId: string = randomUUID()): Promise<string> {
  const event = newEvent(thingHappened, { municipalityId: randomUUID(), aggregateType: 'thing', aggregateId, editionId: null, actor: SYSTEM_ACTOR, payload: {} });
  const [id] = await database.prisma.runInTransaction((tx) => appendEvents(tx, [event], randomUUID()));
  return id ?? '';
}

/** Everything a process needs to work on queues. */
export interface QueueStage {
  readonly queue: BullJobQueue;
  /** May be called twice. */
  stop(): Promise<void>;
}

/** Queues and workers as a worker process has them. @param redisUrl undefined: on the test database */
export async function openStage(database: TestDatabase, processors: readonly JobProcessor[], subscribers: readonly Subscriber[] = [], redisUrl?: string): Promise<QueueStage> {
  const backend = createQueueBackend({ databaseUrl: database.url, redisUrl }, silent);
  await backend.prepare();
  const queue = new BullJobQueue(backend, silent);
  await queue.waitUntilReady();
  const transactions = database.prisma;
  const runner = new JobRunner({ processors, subscribers: new SubscriberRunner(transactions, subscribers), transactions, parked: new ParkedJobRepository(), logger: silent });
  const workers = new QueueWorkers(backend, runner, silent);
  await workers.start();
  let stopping: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    await workers.stop();
    await queue.close();
    await backend.close();
  };
  return { queue, stop: () => (stopping ??= end()) };
}

/** The same with the relay that carries events to their subscribers. */
export async function openDelivering(database: TestDatabase, subscribers: readonly Subscriber[], redisUrl?: string): Promise<QueueStage> {
  const { queue, stop } = await openStage(database, [], subscribers, redisUrl);
  const stopRelay = await relayTo(queue, database, subscribers);
  return { queue, stop: async () => { await stopRelay(); await stop(); } };
}

/** Carries events to a queue. @returns what ends that */
export async function relayTo(queue: BullJobQueue, database: TestDatabase, subscribers: readonly Pick<Subscriber, 'name'>[]): Promise<() => Promise<void>> {
  const hub = new WakeUpHub(new PgListener({ databaseUrl: database.url }));
  await hub.start();
  const relay = new OutboxRelay({ databaseUrl: database.url, hub, queue, subscribers: { [thingHappened.name]: subscribers.map(({ name }) => name) }, logger: silent });
  relay.start();
  return async () => {
    await relay.stop();
    await hub.close();
  };
}

/** A subscriber made of a function that gets the event's id. */
export function subscriber(name: string, handle: (id: string) => Promise<void>): Subscriber {
  return { name, event: thingHappened, handle: (_tx, event) => handle(event.id) };
}

/** A processor made of a function. */
export function processor<Data>(contract: JobProcessor<Data>['job'], process: JobProcessor<Data>['process']): JobProcessor {
  return { job: contract, process } as unknown as JobProcessor;
}

/** Waits until something holds. @throws Error when it does not within the time */
export async function until(holds: () => Promise<boolean> | boolean, timeoutMs = 15_000): Promise<void> {
  for (const deadline = Date.now() + timeoutMs; !(await holds()); ) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
