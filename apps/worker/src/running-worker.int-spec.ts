import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import { eventContracts, jobContracts, measureAdded, pruneExpiredJob, type EventEnvelope, type JobContract, type Transaction } from '@konzeptwerkstatt/contracts';
import { loadConfig } from '@konzeptwerkstatt/platform-config';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { EventStream, PruneExpiredProcessor, UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { QUEUE_BACKEND, WiringError, type AnyJobProcessor, type QueueBackend, type WorkerParts } from '@konzeptwerkstatt/platform-queue';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { isReady } from './health-server.js';
import { startWorker } from './running-worker.js';
import { WorkerModule } from './worker.module.js';

const database = useTestDatabase();

class NoteWhenMeasureAdded {
  static readonly seen: string[] = [];
  readonly name = 'note-when-measure-added';
  readonly event = measureAdded;
  async handle(_tx: Transaction, event: EventEnvelope): Promise<void> {
    NoteWhenMeasureAdded.seen.push(event.id);
  }
}

const idleProcessor = (job: JobContract): Type<AnyJobProcessor> =>
  class {
    readonly job = job;
    async process(): Promise<void> {}
  };

/** Every job but the platform's own has a processor that does nothing; every event is published. */
const processors = [...jobContracts().values()].filter((job) => job.name !== pruneExpiredJob.name).map(idleProcessor);
const parts: WorkerParts[] = [
  { context: 'testing', processors: [...processors, PruneExpiredProcessor], subscribers: [NoteWhenMeasureAdded], publishes: [...eventContracts().values()] },
];

@Module({ providers: [...processors, NoteWhenMeasureAdded] })
class TestingContextModule {}

const openApp = (): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(
    WorkerModule.register({ config: loadConfig({}), databaseUrl: database().url, logger: createLogger({ level: 'silent' }), contexts: [TestingContextModule] }),
    { logger: false, abortOnError: false },
  );

test('a worker runs the subscribers of its contexts, tells that it is ready, and ends in order', async () => {
  const app = await openApp();
  const worker = await startWorker(app, parts);
  const ids = { measureId: randomUUID(), sectionId: randomUUID() };
  await app.get(UnitOfWork).run({ actor: SYSTEM_ACTOR }, async ({ events }) =>
    events.record(measureAdded, { municipalityId: randomUUID(), aggregateType: 'measure', aggregateId: ids.measureId, editionId: null, payload: ids }));
  for (const deadline = Date.now() + 10_000; NoteWhenMeasureAdded.seen.length === 0 && Date.now() < deadline; ) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(NoteWhenMeasureAdded.seen).toHaveLength(1);
  expect(await app.get(EventStream).lastPosition()).toBe('1');
  expect(isReady(worker.health())).toBe(true);
  await worker.stop();
  expect(isReady(worker.health())).toBe(false);
  await app.close();
}, 30_000);

test('a worker restores the schedules of repeating jobs that the queue has lost', async () => {
  const app = await openApp();
  const worker = await startWorker(app, parts, 200);
  const queue = app.get<QueueBackend>(QUEUE_BACKEND).openQueue('now');
  const schedules = async (): Promise<string[]> => (await queue.getJobSchedulers()).map(({ key }) => key).sort();
  const before = await schedules();
  expect(before.length).toBeGreaterThan(3);
  for (const key of before) expect(await queue.removeJobScheduler(key)).toBe(true);
  for (const deadline = Date.now() + 10_000; (await schedules()).length < before.length && Date.now() < deadline; ) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await schedules()).toEqual(before);
  await queue.close();
  await worker.stop();
  await app.close();
}, 30_000);

test('a worker whose parts do not fit together does not start', async () => {
  const app = await openApp();
  await expect(startWorker(app, [{ ...parts[0], subscribers: [NoteWhenMeasureAdded, NoteWhenMeasureAdded], publishes: [] } as WorkerParts])).rejects.toThrow(WiringError);
  await app.close();
}, 30_000);
