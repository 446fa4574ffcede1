import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from '@jest/globals';
import type { Subscriber } from '@konzeptwerkstatt/contracts';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { happened, somethingHappened } from '../test/something-happened.js';
import { appendEvents } from './append-events.js';
import { SubscriberRunner } from './subscriber-runner.js';

const database = useTestDatabase();

beforeAll(async () => {
  await database().pool.query('CREATE TABLE effect (event_id text)');
});

/** Writes one row, slowly, and may fail after that. */
const slow = (fails: () => boolean = () => false): Subscriber => ({
  name: 'write-when-thing-happened',
  event: somethingHappened,
  async handle(tx, event) {
    await tx.$executeRaw`INSERT INTO effect VALUES (${event.id})`;
    await sleep(100);
    if (fails()) throw new Error('failed at the end');
  },
});

const publish = async (): Promise<{ eventId: string; subscriber: string }> => {
  const [eventId = ''] = await database().prisma.runInTransaction((tx) => appendEvents(tx, [happened(randomUUID(), 1)], randomUUID()));
  return { eventId, subscriber: 'write-when-thing-happened' };
};
const effects = async (eventId: string): Promise<number | null> => (await database().pool.query('SELECT FROM effect WHERE event_id = $1', [eventId])).rowCount;

test('an event delivered several times, at once and later, has one effect', async () => {
  const runner = new SubscriberRunner(database().prisma, [slow()]);
  const delivery = await publish();
  await Promise.all([runner.run(delivery), runner.run(delivery), runner.run(delivery)]);
  await runner.run(delivery);
  expect(await effects(delivery.eventId)).toBe(1);
});

test('a try that fails at the end leaves nothing, and the next one has its effect', async () => {
  let tries = 0;
  const runner = new SubscriberRunner(database().prisma, [slow(() => ++tries === 1)]);
  const delivery = await publish();
  await expect(runner.run(delivery)).rejects.toThrow('failed at the end');
  expect(await effects(delivery.eventId)).toBe(0);
  await runner.run(delivery);
  expect(await effects(delivery.eventId)).toBe(1);
});

test('an event for a subscriber this build does not have is refused, not skipped', async () => {
  const delivery = await publish();
  await expect(new SubscriberRunner(database().prisma, []).run(delivery)).rejects.toThrow(/No subscriber is called/);
});
