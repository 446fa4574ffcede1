import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { EventEnvelope, Subscriber, Transaction } from '@konzeptwerkstatt/contracts';
import { createTestDatabase, type TestDatabase } from '@konzeptwerkstatt/test-support';
import { cut, MemoryQueue, openHub, openRelay, until } from '../test/relay-stage.js';
import { happened, somethingHappened } from '../test/something-happened.js';
import { appendEvents } from './append-events.js';
import type { OutboxRelay } from './outbox-relay.js';
import { SubscriberRunner } from './subscriber-runner.js';
import type { WakeUpHub } from './wake-up-hub.js';

let database: TestDatabase;
let hub: WakeUpHub;
const relays: OutboxRelay[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  await database.pool.query('CREATE TABLE effect (id bigserial, aggregate_id uuid, sequence bigint, number integer)');
  hub = openHub(database);
  await hub.start();
}, 60_000);

afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
  await hub.close();
  await database.drop();
});

/** Writes down what it was given, after a moment that differs from event to event. */
const note: Subscriber = {
  name: 'note-when-thing-happened',
  event: somethingHappened,
  async handle(tx: Transaction, event: EventEnvelope) {
    await sleep(Math.random() * 10);
    const { number } = event.payload as { number: number };
    await tx.$executeRaw`INSERT INTO effect (aggregate_id, sequence, number) VALUES (${event.aggregateId}::uuid, ${event.sequence}::bigint, ${number}::integer)`;
  },
};

const startRelay = (queue: MemoryQueue): void => {
  const relay = openRelay(database, hub, queue);
  relays.push(relay);
  relay.start();
};

const effects = async (): Promise<{ aggregate_id: string; number: number }[]> =>
  (await database.pool.query<{ aggregate_id: string; number: number }>('SELECT aggregate_id, number FROM effect ORDER BY id')).rows;

const write = (things: readonly string[], number: number, delayMs: number, commit: boolean): Promise<void> =>
  database.prisma.runInTransaction(async (tx) => {
    await appendEvents(tx, things.map((thing) => happened(thing, number)), randomUUID());
    await sleep(delayMs);
    if (!commit) throw new Error('rolled back');
  });

/** Twenty writers over eight things; each transaction waits before its commit, every tenth is rolled back. */
async function writeAtRandom(things: readonly string[], each: number): Promise<number[]> {
  const committed: number[] = [];
  const writer = async (name: number): Promise<void> => {
    for (let turn = 0; turn < each; turn++) {
      const number = name * 1000 + turn;
      const commit = Math.random() > 0.1;
      await write([things[Math.floor(Math.random() * things.length)] ?? ''], number, Math.random() * 60, commit).catch(() => undefined);
      if (commit) committed.push(number);
    }
  };
  await Promise.all(Array.from({ length: 20 }, (_, name) => writer(name)));
  return committed;
}

/** Numbers in the order of the sequence they were committed with. */
const committedOrder = async (thing: string): Promise<number[]> =>
  (await database.pool.query<{ number: number }>(`SELECT (payload->>'number')::integer AS number FROM engine.outbox_event WHERE aggregate_id = $1 ORDER BY sequence`, [thing])).rows.map((row) => row.number);

test('everything committed is delivered once and in order, nothing else, while connections are cut at random', async () => {
  const things = Array.from({ length: 8 }, () => randomUUID());
  const runner = new SubscriberRunner(database.prisma, [note]);
  const queue = new MemoryQueue((delivery) => runner.run(delivery));
  startRelay(queue);
  startRelay(queue);
  const cutting = (async () => {
    for (let times = 0; times < 5; times++) {
      await sleep(200);
      await cut(database, times % 2 ? 'test-hub' : 'konzeptwerkstatt-relay');
    }
  })();
  const committed = await writeAtRandom(things, 12);
  await cutting;
  await until(async () => (await effects()).length >= committed.length);
  await sleep(100);
  const seen = await effects();
  expect(seen.map((effect) => effect.number).sort((a, b) => a - b)).toEqual(committed.sort((a, b) => a - b));
  for (const thing of things) expect(seen.filter((effect) => effect.aggregate_id === thing).map((effect) => effect.number)).toEqual(await committedOrder(thing));
}, 60_000);

test('an event that commits late is delivered although later ones went before it', async () => {
  const [slow, quick] = [randomUUID(), randomUUID()];
  const runner = new SubscriberRunner(database.prisma, [note]);
  startRelay(new MemoryQueue((delivery) => runner.run(delivery)));
  const late = write([slow], 1, 500, true);
  await sleep(50);
  await write([quick], 2, 0, true);
  await until(async () => (await effects()).length === 1);
  expect((await effects())[0]?.number).toBe(2);
  await late;
  await until(async () => (await effects()).length === 2);
});

test('a relay that dies between enqueuing and marking repeats itself without a second effect', async () => {
  const runner = new SubscriberRunner(database.prisma, [note]);
  const queue = new MemoryQueue((delivery) => runner.run(delivery));
  let deaths = 0;
  queue.afterStore = () => {
    // A queue that forgets ids is the worst case: then only the inbox is left.
    queue.taken.clear();
    if (deaths++ < 3) throw new Error('died before marking');
  };
  startRelay(queue);
  await write([randomUUID(), randomUUID()], 7, 0, true);
  await until(async () => (await database.pool.query('SELECT FROM engine.outbox_event WHERE dispatched_at IS NULL')).rowCount === 0);
  await Promise.all(queue.running);
  expect(deaths).toBeGreaterThan(1);
  expect(await effects()).toHaveLength(2);
});

test('a later event of the same thing waits until the earlier one is done, others do not', async () => {
  const [held, free] = [randomUUID(), randomUUID()];
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const runner = new SubscriberRunner(database.prisma, [note]);
  const delivered: string[] = [];
  const queue = new MemoryQueue(async (delivery) => {
    delivered.push(delivery.eventId);
    if (delivered.length === 1) await gate;
    await runner.run(delivery);
  });
  startRelay(queue);
  await write([held], 1, 0, true);
  await until(() => delivered.length === 1);
  await write([held], 2, 0, true);
  await write([free], 3, 0, true);
  await until(async () => (await effects()).length === 1);
  await sleep(100);
  expect((await effects()).map((effect) => effect.number)).toEqual([3]);
  release();
  await until(async () => (await effects()).length === 3);
  expect((await effects()).map((effect) => effect.number)).toEqual([3, 1, 2]);
});

test('what the queue has lost is enqueued again', async () => {
  const runner = new SubscriberRunner(database.prisma, [note]);
  await write([randomUUID()], 1, 0, true);
  await database.pool.query(
    `UPDATE engine.outbox_event SET position = nextval('engine.event_position'), open_subscribers = ARRAY['${note.name}'], dispatched_at = now() - interval '2 minutes'`);
  startRelay(new MemoryQueue((delivery) => runner.run(delivery)));
  await until(async () => (await effects()).length === 1);
});
