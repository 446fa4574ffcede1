import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ExitCode } from '@konzeptwerkstatt/platform-config';
import { RedisProcess, useTestDatabase } from '@konzeptwerkstatt/test-support';
import { Redis } from 'ioredis';
import { BullJobQueue } from '../src/bull-job-queue.js';
import { RedisQueueBackend } from '../src/redis-queue-backend.js';
import { openDelivering, openStage, processor, publish, relayTo, repeatingJob, silent, subscriber, until } from './queue-stage.js';

const AWAY_MS = 10_000;
const keepsAll = ['--maxmemory-policy', 'noeviction'];

const database = useTestDatabase();
const closing: (() => Promise<unknown>)[] = [];
let seen: string[];

beforeEach(() => void (seen = []));
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const note = subscriber('note-when-job-happened', async (id) => void seen.push(id));
const areHeard = async (ids: readonly string[]): Promise<boolean> => (await database().pool.query('SELECT FROM engine.inbox WHERE event_id = ANY ($1::uuid[])', [ids])).rowCount === ids.length;
const dispatched = async (id: string): Promise<boolean> => (await database().pool.query('SELECT FROM engine.outbox_event WHERE id = $1 AND dispatched_at IS NOT NULL', [id])).rowCount === 1;

/** A Redis that the test may do away with. */
async function startRedis(settings: readonly string[] = keepsAll): Promise<RedisProcess> {
  const redis = await RedisProcess.start(settings);
  if (redis === null) throw new Error('These tests start Redis servers of their own: install redis-server');
  closing.push(() => redis.stop());
  return redis;
}

function connect(redis: RedisProcess): Redis {
  const client = new Redis(redis.url);
  closing.push(async () => client.disconnect());
  return client;
}

test('while Redis is away things go on happening, and everybody hears of each once when it is back, though it forgot everything', async () => {
  const redis = await startRedis();
  const stage = await openDelivering(database(), [note], redis.url);
  closing.push(() => stage.stop());
  const before = await publish(database());
  await until(() => areHeard([before]));
  await redis.kill();
  const meanwhile: string[] = [];
  for (const end = Date.now() + AWAY_MS; Date.now() < end; await sleep(250)) meanwhile.push(await publish(database()));
  await redis.restart();
  await until(() => areHeard(meanwhile), 30_000);
  expect(seen.sort()).toEqual([before, ...meanwhile].sort());
}, 90_000);

test('what Redis had and lost is found again', async () => {
  const redis = await startRedis();
  const backend = new RedisQueueBackend(redis.url);
  const queue = new BullJobQueue(backend, silent);
  closing.push(() => queue.close());
  // Nobody works on the queue yet.
  const stopRelay = await relayTo(queue, database(), [note]);
  const id = await publish(database());
  await until(() => dispatched(id));
  await stopRelay();
  await connect(redis).flushall();
  // A little more than a minute later, see `findLost`.
  await database().pool.query("UPDATE engine.outbox_event SET dispatched_at = dispatched_at - interval '70 seconds' WHERE id = $1", [id]);
  const stage = await openDelivering(database(), [note], redis.url);
  closing.push(() => stage.stop());
  await until(() => areHeard([id]));
  expect(seen).toEqual([id]);
}, 60_000);

test('a repeating job that Redis forgot repeats again', async () => {
  const redis = await startRedis();
  let runs = 0;
  const stage = await openStage(database(), [processor(repeatingJob, async () => void runs++)], [], redis.url);
  closing.push(() => stage.stop());
  await stage.queue.schedule([repeatingJob]);
  await until(() => runs >= 2);
  const client = connect(redis);
  // A run in hand brings the next one along.
  await until(async () => {
    await client.flushall();
    const before = runs;
    await sleep(500);
    return runs === before;
  });
  await stage.queue.repeat([repeatingJob]);
  const restored = runs;
  await until(() => runs >= restored + 3);
}, 60_000);

test('a Redis that is full takes nothing on, and nothing is lost by that', async () => {
  const redis = await startRedis([...keepsAll, '--maxmemory', '6mb']);
  const stage = await openDelivering(database(), [note], redis.url);
  closing.push(() => stage.stop());
  const client = connect(redis);
  await fill(client);
  const ids = [await publish(database()), await publish(database())];
  await sleep(1_500);
  expect(await Promise.all(ids.map(dispatched))).toEqual([false, false]);
  await client.del('ballast');
  await until(() => areHeard(ids), 30_000);
  expect(seen.sort()).toEqual([...ids].sort());
}, 60_000);

test('a Redis that would throw jobs away is refused at the start, with the setting to change', async () => {
  const redis = await startRedis(['--maxmemory-policy', 'allkeys-lru']);
  await expect(new RedisQueueBackend(redis.url).prepare()).rejects.toMatchObject({ exitCode: ExitCode.wrongSetting, message: expect.stringContaining('maxmemory-policy noeviction') });
}, 30_000);

/** Until nothing more goes in. */
async function fill(client: Redis): Promise<void> {
  for (let size = 512 * 1024; size > 64; ) {
    await client.rpush('ballast', randomUUID().repeat(size / 36)).catch((error: Error) => {
      if (!error.message.startsWith('OOM')) throw error;
      size /= 2;
    });
  }
}
