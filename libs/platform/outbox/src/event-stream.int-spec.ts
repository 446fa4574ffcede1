import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { EventEnvelope } from '@konzeptwerkstatt/contracts';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { cut, MemoryQueue, openHub, openRelay, silent, until } from '../test/relay-stage.js';
import { happened, municipalityId } from '../test/something-happened.js';
import { appendEvents } from './append-events.js';
import { EventStream } from './event-stream.js';
import type { OutboxRelay } from './outbox-relay.js';
import type { WakeUpHub } from './wake-up-hub.js';

const database = useTestDatabase();
let hub: WakeUpHub;
/** The relay has ears of its own, so that only the stream's can be cut. */
let relayHub: WakeUpHub;
let relay: OutboxRelay;
let stream: EventStream;

beforeAll(async () => {
  hub = openHub(database(), 'test-stream-hub');
  relayHub = openHub(database(), 'test-relay-hub');
  await Promise.all([hub.start(), relayHub.start()]);
  relay = openRelay(database(), relayHub, new MemoryQueue(async () => undefined), []);
  relay.start();
  stream = new EventStream(database().pool, hub, silent);
});

afterAll(async () => {
  await stream.close();
  await relay.stop();
  await Promise.all([hub.close(), relayHub.close()]);
});

const write = (editionId: string, ...numbers: number[]): Promise<unknown> =>
  database().prisma.runInTransaction((tx) => appendEvents(tx, numbers.map((number) => happened(randomUUID(), number, editionId)), randomUUID()));
const numberOf = (event: EventEnvelope | undefined): unknown => (event?.payload as { number?: number } | undefined)?.number;
const published = async (editionId: string, count: number): Promise<void> =>
  until(async () => (await stream.readAfter('0', { municipalityId, editionId }, 1000)).length === count);

async function take(events: AsyncIterator<EventEnvelope>, count: number): Promise<unknown[]> {
  const numbers: unknown[] = [];
  while (numbers.length < count) numbers.push(numberOf((await events.next()).value as EventEnvelope));
  return numbers;
}

test('follow gives what came after the position and then what comes, of its edition only', async () => {
  const edition = randomUUID();
  await write(edition, 1, 2, 3);
  await published(edition, 3);
  const first = (await stream.readAfter('0', { municipalityId, editionId: edition }, 1))[0];
  const events = stream.follow({ municipalityId, editionId: edition }, first?.position ?? '0');
  expect(await take(events, 2)).toEqual([2, 3]);
  await write(randomUUID(), 99);
  await write(edition, 4);
  expect(await take(events, 1)).toEqual([4]);
  await events.return?.();
});

test('follow loses and repeats nothing when the connection for wake-ups is cut', async () => {
  const edition = randomUUID();
  const events = stream.follow({ municipalityId, editionId: edition }, await stream.lastPosition());
  const taken = take(events, 30);
  for (let number = 0; number < 30; number++) {
    if (number % 10 === 5) await cut(database(), 'test-stream-hub');
    await write(edition, number);
    await sleep(10);
  }
  expect(await taken).toEqual(Array.from({ length: 30 }, (_, number) => number));
  await events.return?.();
}, 30_000);

test('what was announced while the connection was away is found as soon as it is back', async () => {
  const edition = randomUUID();
  const events = stream.follow({ municipalityId, editionId: edition }, await stream.lastPosition());
  const taken = take(events, 1);
  await sleep(100);
  await cut(database(), 'test-stream-hub');
  await write(edition, 1);
  const announced = Date.now();
  expect(await taken).toEqual([1]);
  // Well before the next look without being woken, which comes after five seconds.
  expect(Date.now() - announced).toBeLessThan(3_000);
  await events.return?.();
}, 30_000);

test('a reader that takes nothing for a while gets everything all the same', async () => {
  const edition = randomUUID();
  const events = stream.follow({ municipalityId, editionId: edition }, await stream.lastPosition());
  await write(edition, 0);
  await take(events, 1);
  for (let block = 0; block < 4; block++) await write(edition, ...Array.from({ length: 100 }, (_, number) => block * 100 + number + 1));
  await published(edition, 401);
  await sleep(300);
  expect(await take(events, 400)).toEqual(Array.from({ length: 400 }, (_, number) => number + 1));
  await events.return?.();
}, 30_000);

test('a reader that leaves while it waits is let go at once', async () => {
  const events = stream.follow({ municipalityId, editionId: randomUUID() }, await stream.lastPosition());
  const waiting = events.next();
  await sleep(50);
  const left = Date.now();
  await events.return?.();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(Date.now() - left).toBeLessThan(1_000);
});

test('pages go back from the newest', async () => {
  const edition = randomUUID();
  await write(edition, 1, 2, 3);
  await published(edition, 3);
  const newest = await stream.readBefore(null, { municipalityId, editionId: edition }, 2);
  expect(newest.map(numberOf)).toEqual([3, 2]);
  const older = await stream.readBefore(newest.at(-1)?.position ?? null, { municipalityId, editionId: edition }, 2);
  expect(older.map(numberOf)).toEqual([1]);
});
