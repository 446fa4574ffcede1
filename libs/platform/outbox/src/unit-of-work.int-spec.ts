import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import { pruneExpiredJob, type JobQueue } from '@konzeptwerkstatt/contracts';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { silent } from '../test/relay-stage.js';
import { municipalityId, somethingHappened } from '../test/something-happened.js';
import { UnitOfWork, type Unit } from './unit-of-work.js';

const database = useTestDatabase();

/** A queue that notes whether the events were committed when the job came. */
function openUnit(): { unit: UnitOfWork; eventsSeenByJobs: (number | null)[] } {
  const eventsSeenByJobs: (number | null)[] = [];
  const queue: JobQueue = { enqueue: async () => void eventsSeenByJobs.push((await database().pool.query('SELECT FROM engine.outbox_event')).rowCount) };
  return { unit: new UnitOfWork(database().prisma, queue, silent), eventsSeenByJobs };
}

const change = (thing: string, failure?: Error) => async ({ events, jobs }: Unit): Promise<string> => {
  events.record(somethingHappened, { municipalityId, aggregateType: 'thing', aggregateId: thing, editionId: null, payload: { number: 1 } });
  jobs.enqueueAfterCommit(pruneExpiredJob, {});
  if (failure) throw failure;
  return thing;
};

const eventsOf = async (thing: string): Promise<unknown[]> =>
  (await database().pool.query('SELECT actor, correlation_id FROM engine.outbox_event WHERE aggregate_id = $1', [thing])).rows;

test('events commit with the change, and jobs are enqueued after the commit', async () => {
  const { unit, eventsSeenByJobs } = openUnit();
  const [thing, correlationId] = [randomUUID(), randomUUID()];
  expect(await unit.run({ actor: SYSTEM_ACTOR, correlationId }, change(thing))).toBe(thing);
  expect(await eventsOf(thing)).toEqual([{ actor: SYSTEM_ACTOR, correlation_id: correlationId }]);
  expect(eventsSeenByJobs).toEqual([1]);
});

test('a change that fails has neither events nor jobs', async () => {
  const { unit, eventsSeenByJobs } = openUnit();
  const thing = randomUUID();
  await expect(unit.run({ actor: SYSTEM_ACTOR }, change(thing, new Error('no')))).rejects.toThrow('no');
  expect(await eventsOf(thing)).toEqual([]);
  expect(eventsSeenByJobs).toEqual([]);
});

test('a change stands although its job cannot be enqueued', async () => {
  const unit = new UnitOfWork(database().prisma, { enqueue: () => Promise.reject(new Error('away')) }, silent);
  const thing = randomUUID();
  expect(await unit.run({ actor: SYSTEM_ACTOR }, change(thing))).toBe(thing);
  expect(await eventsOf(thing)).toHaveLength(1);
});

test('a mutation that is repeated gives its answer and no further event or job', async () => {
  const { unit, eventsSeenByJobs } = openUnit();
  const thing = randomUUID();
  const context = { actor: SYSTEM_ACTOR, correlationId: randomUUID(), mutation: 'addThing', idempotencyKey: randomUUID(), input: { title: 'A' } };
  expect(await unit.run(context, change(thing))).toBe(thing);
  expect(await unit.run(context, change(randomUUID()))).toBe(thing);
  expect(await eventsOf(thing)).toHaveLength(1);
  expect(eventsSeenByJobs).toHaveLength(1);
});

test('a change may take as long as it says, and no longer', async () => {
  const { unit } = openUnit();
  const slow = async ({ tx }: Unit): Promise<void> => void (await tx.$executeRaw`SELECT pg_sleep(0.4)`);
  await expect(unit.run({ actor: SYSTEM_ACTOR }, slow, { timeout: 100 })).rejects.toThrow();
  await expect(unit.run({ actor: SYSTEM_ACTOR }, slow, { timeout: 5_000 })).resolves.toBeUndefined();
});
