import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { happened } from '../test/something-happened.js';
import { appendEvents, EventPayloadError } from './append-events.js';

const database = useTestDatabase();

const stored = async (aggregateId: string): Promise<{ sequence: string; number: number }[]> => {
  const { rows } = await database().pool.query<{ sequence: string; number: number }>(
    `SELECT sequence, (payload->>'number')::integer AS number FROM engine.outbox_event WHERE aggregate_id = $1 ORDER BY inserted`, [aggregateId]);
  return rows;
};

test('events of one aggregate are numbered one after the other, across transactions', async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  await database().prisma.runInTransaction((tx) => appendEvents(tx, [happened(one, 1), happened(other, 9), happened(one, 2)], randomUUID()));
  await database().prisma.runInTransaction((tx) => appendEvents(tx, [happened(one, 3)], randomUUID()));
  expect(await stored(one)).toEqual([{ sequence: '1', number: 1 }, { sequence: '2', number: 2 }, { sequence: '3', number: 3 }]);
  expect(await stored(other)).toEqual([{ sequence: '1', number: 9 }]);
});

test('a transaction that fails leaves neither event nor gap', async () => {
  const thing = randomUUID();
  const failing = database().prisma.runInTransaction(async (tx) => {
    await appendEvents(tx, [happened(thing, 1)], randomUUID());
    throw new Error('after all not');
  });
  await expect(failing).rejects.toThrow('after all not');
  await database().prisma.runInTransaction((tx) => appendEvents(tx, [happened(thing, 2)], randomUUID()));
  expect(await stored(thing)).toEqual([{ sequence: '1', number: 2 }]);
});

test('a payload that does not fit its schema is refused', async () => {
  const wrong = { ...happened(randomUUID(), 1), payload: { number: 'one' } };
  await expect(database().prisma.runInTransaction((tx) => appendEvents(tx, [wrong], randomUUID()))).rejects.toThrow(EventPayloadError);
});

test('two writers that take the same aggregates in opposite order do not deadlock', async () => {
  const [a, b] = [randomUUID(), randomUUID()];
  const write = (events: ReturnType<typeof happened>[]): Promise<unknown> =>
    database().prisma.runInTransaction((tx) => appendEvents(tx, events, randomUUID()), { retryable: false });
  await Promise.all(Array.from({ length: 20 }, (_, n) => write(n % 2 ? [happened(a, n), happened(b, n)] : [happened(b, n), happened(a, n)])));
  expect(await stored(a)).toHaveLength(20);
});
