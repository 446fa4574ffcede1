import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import type { TestDatabase } from '@konzeptwerkstatt/test-support';
import { openStage, plainJob, processor, repeatingJob, singleJob, until, type QueueStage } from './queue-stage.js';

/** What a queue must do, whatever keeps its jobs. */
export function describeQueue(database: () => TestDatabase, redisUrl?: () => string): void {
  const stages: QueueStage[] = [];
  const open = async (processors: Parameters<typeof openStage>[1]): Promise<QueueStage> => {
    const stage = await openStage(database(), processors, [], redisUrl?.());
    stages.push(stage);
    return stage;
  };

  // A test that fails must not leave a worker behind that takes the next one's jobs.
  afterEach(async () => {
    await Promise.all(stages.splice(0).map((stage) => stage.stop()));
  });

  test('a job is run with the data it was enqueued with', async () => {
    const done: string[] = [];
    const stage = await open([processor(plainJob, async ({ thing }) => void done.push(thing))]);
    const thing = randomUUID();
    await stage.queue.enqueue(plainJob, { thing });
    await until(() => done.includes(thing));
  }, 30_000);

  test('a job that fails is tried again', async () => {
    let tries = 0;
    const stage = await open([processor(plainJob, async () => {
      if (++tries < 3) throw new Error('not yet');
    })]);
    await stage.queue.enqueue(plainJob, { thing: 'stubborn' });
    await until(() => tries === 3);
    await sleep(200);
    expect(tries).toBe(3);
  }, 30_000);

  test('jobs with one key are one while they wait, and one more behind the one that runs', async () => {
    let runs = 0;
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const stage = await open([processor({ ...singleJob, timeoutMs: 10_000 }, async () => {
      runs++;
      await gate;
    })]);
    const thing = randomUUID();
    await stage.queue.enqueue(singleJob, { thing });
    await until(() => runs === 1);
    for (let again = 0; again < 5; again++) await stage.queue.enqueue(singleJob, { thing });
    await sleep(300);
    expect(runs).toBe(1);
    release();
    await until(() => runs === 2);
    await sleep(300);
    expect(runs).toBe(2);
    await stage.queue.enqueue(singleJob, { thing });
    await until(() => runs === 3);
  }, 30_000);

  test('a job for later waits for its time, also when everything is started anew meanwhile', async () => {
    const thing = randomUUID();
    const done: number[] = [];
    const before = await open([]);
    const due = Date.now() + 2_000;
    await before.queue.enqueue(singleJob, { thing }, { delayMs: 2_000 });
    await before.stop();
    await open([processor(singleJob, async (data) => void (data.thing === thing && done.push(Date.now())))]);
    await until(() => done.length > 0);
    expect(done[0]).toBeGreaterThanOrEqual(due - 50);
    await sleep(100);
    expect(done).toHaveLength(1);
  }, 30_000);

  test('a parked job leaves its key free for the next one', async () => {
    const seen: string[] = [];
    const stage = await open([processor(singleJob, async ({ thing }) => {
      seen.push(thing);
      if (seen.length <= 5) throw new Error('not now');
    })]);
    const thing = randomUUID();
    await stage.queue.enqueue(singleJob, { thing });
    await until(async () => (await database().pool.query('SELECT FROM engine.parked_job WHERE job_name = $1', [singleJob.name])).rowCount === 1);
    await until(async () => {
      await stage.queue.enqueue(singleJob, { thing });
      // More than six when the queue is quicker than this loop.
      return seen.length >= 6;
    });
  }, 30_000);

  test('a repeating job repeats, and stops when its contract is gone', async () => {
    let runs = 0;
    const stage = await open([processor(repeatingJob, async () => void runs++)]);
    await stage.queue.schedule([repeatingJob, plainJob]);
    await until(() => runs >= 3);
    await stage.queue.schedule([plainJob]);
    await sleep(400);
    const before = runs;
    await sleep(600);
    expect(runs).toBe(before);
  }, 30_000);

  test('a repeating job goes on repeating while its schedule is looked after', async () => {
    let runs = 0;
    const stage = await open([processor(repeatingJob, async () => void runs++)]);
    for (let look = 0; look < 40; look++) {
      await stage.queue.repeat([repeatingJob]);
      await sleep(40);
    }
    // If that began its time anew, it would never come to its turn.
    expect(runs).toBeGreaterThanOrEqual(4);
    await stage.queue.schedule([]);
  }, 30_000);

  test('a repeating job that fails counts as failed until a run of it has made up for that', async () => {
    let isBroken = true;
    const stage = await open([processor(repeatingJob, async () => { if (isBroken) throw new RangeError('deadlock'); })]);
    await stage.queue.repeat([repeatingJob]);
    await until(async () => (await stage.queue.counts('now')).failed === 1);
    isBroken = false;
    await until(async () => (await stage.queue.counts('now')).failed === 0);
    await stage.queue.schedule([]);
  }, 30_000);

  test('a poison job is parked with its reason after five tries while others go on, and can be retried', async () => {
    let isPoison = true;
    const done: string[] = [];
    let tries = 0;
    const stage = await open([processor(plainJob, async ({ thing }) => {
      if (thing === 'poison') tries++;
      if (thing === 'poison' && isPoison) throw new RangeError('Yusuf Demir was here');
      done.push(thing);
    })]);
    await stage.queue.enqueue(plainJob, { thing: 'poison' });
    for (let other = 0; other < 5; other++) await stage.queue.enqueue(plainJob, { thing: `other-${other}` });
    const parked = async (): Promise<{ id: string; reason: string; attempts: number; data: unknown; retried_at: Date | null }[]> =>
      (await database().pool.query('SELECT id, reason, attempts, data, retried_at FROM engine.parked_job WHERE job_name = $1', [plainJob.name])).rows;
    await until(async () => done.length === 5 && (await parked()).length === 1);
    await sleep(300);
    expect(tries).toBe(5);
    const row = (await parked())[0];
    expect(row).toMatchObject({ attempts: 5, data: { thing: 'poison' }, retried_at: null });
    expect(row?.reason).toMatch(/^RangeError at queue-behaviour\.ts:\d+/);

    isPoison = false;
    const retry = () => database().prisma.runInTransaction((tx) => stage.queue.retryParked(tx, row?.id ?? ''));
    await retry();
    await until(() => done.includes('poison'));
    await expect(retry()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }, 30_000);
}
