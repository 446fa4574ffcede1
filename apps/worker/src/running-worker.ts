import type { INestApplicationContext } from '@nestjs/common';
import { eventContracts, jobContracts, type JobProcessor } from '@konzeptwerkstatt/contracts';
import { DATABASE_OPTIONS, type DatabaseOptions } from '@konzeptwerkstatt/platform-database';
import { LOGGER, type Logger } from '@konzeptwerkstatt/platform-logging';
import { OutboxRelay, SubscriberRunner, TRANSACTION_RUNNER, WakeUpHub, type RelayState, type SubscriberNames, type TransactionRunner } from '@konzeptwerkstatt/platform-outbox';
import { assertWiring, BullJobQueue, JobRunner, ParkedJobRepository, QUEUE_BACKEND, QueueWorkers, type QueueBackend, type WorkerParts } from '@konzeptwerkstatt/platform-queue';
import type { Subscriber } from '@konzeptwerkstatt/contracts';

/** How a worker is. */
export interface WorkerHealth {
  readonly relay: RelayState;
  readonly isWorking: boolean;
}

/** A worker at work. */
export interface RunningWorker {
  health(): WorkerHealth;
  /** Takes no more work, finishes what is in hand. Call it before the application is closed. */
  stop(): Promise<void>;
}

/**
 * Starts relay, queues and schedules on an application whose modules provide everything in `parts` (WorkerModule, or the
 * one process that is everything).
 * @param scheduleEveryMs how often repeating jobs are made sure of: a Redis that was emptied has forgotten them, and they find everything else
 * @throws WiringError when jobs, processors, events and subscribers do not fit together; then nothing has started
 */
export async function startWorker(app: INestApplicationContext, parts: readonly WorkerParts[], scheduleEveryMs = 30_000): Promise<RunningWorker> {
  const { processors, subscribers } = resolveParts(app, parts);
  assertWiring({ jobs: [...jobContracts().values()], processors, events: [...eventContracts().values()], subscribers, publishers: parts });

  const logger = app.get<Logger>(LOGGER, { strict: false }).child({ part: 'worker' });
  const transactions = app.get<TransactionRunner>(TRANSACTION_RUNNER, { strict: false });
  const queue = app.get(BullJobQueue, { strict: false });
  const hub = app.get(WakeUpHub, { strict: false });
  const runner = new JobRunner({ processors, subscribers: new SubscriberRunner(transactions, subscribers), transactions, parked: new ParkedJobRepository(), logger });
  const workers = new QueueWorkers(app.get<QueueBackend>(QUEUE_BACKEND, { strict: false }), runner, logger);
  const { databaseUrl } = app.get<DatabaseOptions>(DATABASE_OPTIONS, { strict: false });
  const relay = new OutboxRelay({ databaseUrl, hub, queue, subscribers: namesByEvent(subscribers), logger });

  await Promise.all([hub.start(), queue.waitUntilReady()]);
  await workers.start();
  await queue.schedule(jobContracts().values());
  const schedule = setInterval(() => void queue.repeat(jobContracts().values()).catch((error: unknown) => logger.warn({ err: error }, 'schedules not looked after')), scheduleEveryMs).unref();
  relay.start();
  logger.info({ processors: processors.length, subscribers: subscribers.length }, 'worker started');
  return {
    health: () => ({ relay: relay.state, isWorking: workers.isRunning }),
    stop: async () => {
      clearInterval(schedule);
      await relay.stop();
      await workers.stop();
    },
  };
}

function resolveParts(app: INestApplicationContext, parts: readonly WorkerParts[]): { processors: JobProcessor[]; subscribers: Subscriber[] } {
  const get = { strict: false };
  return {
    // A processor gets the data its own contract has checked, whatever their type.
    processors: parts.flatMap((part) => part.processors.map((type) => app.get<JobProcessor>(type, get))),
    subscribers: parts.flatMap((part) => part.subscribers.map((type) => app.get(type, get))),
  };
}

function namesByEvent(subscribers: readonly Subscriber[]): SubscriberNames {
  const names: Record<string, string[]> = {};
  for (const { name, event } of subscribers) (names[event.name] ??= []).push(name);
  return names;
}
