import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import type { Subscriber } from '@konzeptwerkstatt/contracts';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { openDelivering, publish, subscriber, until, type QueueStage } from '../test/queue-stage.js';

const database = useTestDatabase();
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function openWorker(subscribers: readonly Subscriber[]): Promise<QueueStage> {
  const stage = await openDelivering(database(), subscribers);
  closing.push(() => stage.stop());
  return stage;
}

const inbox = async (eventId: string): Promise<number> => (await database().pool.query('SELECT FROM engine.inbox WHERE event_id = $1', [eventId])).rowCount ?? 0;

test('each subscriber gets each event once, also when it is delivered again', async () => {
  const seen: string[] = [];
  const subscribers = ['count-when-job-happened', 'tell-when-job-happened'].map((name) => subscriber(name, async (id) => void seen.push(`${name} ${id}`)));
  const stage = await openWorker(subscribers);
  const id = await publish(database());
  await until(async () => (await inbox(id)) === 2);
  await stage.queue.deliver(subscribers.map(({ name }) => ({ eventId: id, subscriber: name })));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(seen.sort()).toEqual([`count-when-job-happened ${id}`, `tell-when-job-happened ${id}`]);
}, 30_000);

test('a subscriber that always fails is parked, keeps nothing, and lets the next event of the same thing go', async () => {
  const thing = randomUUID();
  let poison: string | undefined;
  const seen: string[] = [];
  await openWorker([subscriber('fail-when-job-happened', async (id) => {
    poison ??= id;
    if (id === poison) throw new Error('always');
    seen.push(id);
  })]);
  const first = await publish(database(), thing);
  await until(() => poison === first);
  const second = await publish(database(), thing);
  await until(() => seen.includes(second), 40_000);
  const { rows } = await database().pool.query('SELECT job_name, attempts, data FROM engine.parked_job');
  expect(rows).toEqual([{ job_name: 'fail-when-job-happened', attempts: 5, data: { eventId: first } }]);
  expect(await inbox(first)).toBe(0);
}, 60_000);
