import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { IdempotencyStore } from './idempotency-store.js';

const database = useTestDatabase();
const store = new IdempotencyStore();

const call = (key: string, input: unknown, mutation = 'addThing') => ({ actorKey: 'person/1/-', key, mutation, input });
const run = <T>(named: ReturnType<typeof call>, work: () => Promise<T>): Promise<T> => database().prisma.runInTransaction((tx) => store.run(tx, named, work));

describe('the same call again', () => {
  test('gets the first answer and has no second effect', async () => {
    const key = randomUUID();
    let effects = 0;
    const work = async (): Promise<{ id: string; effects: number }> => ({ id: key, effects: ++effects });
    expect(await run(call(key, { title: 'A', partners: ['x'] }), work)).toEqual({ id: key, effects: 1 });
    expect(await run(call(key, { partners: ['x'], title: 'A' }), work)).toEqual({ id: key, effects: 1 });
    expect(effects).toBe(1);
  });

  test('at the same moment waits for the first one and gets its answer', async () => {
    const key = randomUUID();
    let effects = 0;
    const work = async (): Promise<number> => {
      await sleep(150);
      return ++effects;
    };
    expect(await Promise.all([1, 2, 3].map(() => run(call(key, {}), work)))).toEqual([1, 1, 1]);
  });

  test('by somebody else is another call', async () => {
    const key = randomUUID();
    await run(call(key, {}), async () => 'mine');
    expect(await run({ ...call(key, {}), actorKey: 'person/2/-' }, async () => 'theirs')).toBe('theirs');
  });

  test('may be made after it failed', async () => {
    const key = randomUUID();
    await expect(run(call(key, {}), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await run(call(key, {}), async () => 'yes')).toBe('yes');
  });
});

describe('the same key for something else', () => {
  test.each([['another input', call('reused-1', { title: 'B' })], ['another mutation', call('reused-1', { title: 'A' }, 'removeThing')]])('is refused: %s', async (_what, second) => {
    await run(call('reused-1', { title: 'A' }), async () => 'first');
    await expect(run(second, async () => 'second')).rejects.toMatchObject({ details: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] }] });
  });
});
