import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PgListener } from '@konzeptwerkstatt/platform-database';
import { OutboxRelay, WakeUpHub } from '@konzeptwerkstatt/platform-outbox';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { BullJobQueue } from './bull-job-queue.js';
import { readJobHealth, type JobHealth } from './job-health.js';
import { createQueueBackend } from './queue.module.js';
import { plainJob, publish, silent, until } from '../test/queue-stage.js';
import type { QueueBackend } from './queue-backend.js';

const database = useTestDatabase();
let backend: QueueBackend;
let queue: BullJobQueue;

beforeAll(async () => {
  backend = createQueueBackend({ databaseUrl: database().url, redisUrl: undefined }, silent);
  await backend.prepare();
  queue = new BullJobQueue(backend, silent);
  await queue.waitUntilReady();
}, 30_000);
afterAll(async () => {
  await queue.close();
  await backend.close();
});

const read = (limit = 50): Promise<JobHealth> => readJobHealth(queue, database().prisma, limit);
const park = (jobName: string, data: unknown, minutesAgo: number): Promise<unknown> => database().pool.query(
  `INSERT INTO engine.parked_job (id, queue, job_name, job_id, data, reason, attempts, parked_at) VALUES (gen_random_uuid(), 'now', $1, gen_random_uuid()::text, $2, 'RangeError at a.ts:1', 5, now() - make_interval(mins => $3))`,
  [jobName, JSON.stringify(data), minutesAgo]);

describe('how jobs and events are', () => {
  test('counts what waits in each queue', async () => {
    await queue.enqueue(plainJob, { thing: 'one' });
    expect((await read()).queues).toEqual([{ name: 'now', waiting: 1, active: 0, delayed: 0, failed: 0 }, { name: 'heavy', waiting: 0, active: 0, delayed: 0, failed: 0 }]);
  });

  test('lists what is parked, the newest first, with the event and the municipality it is about where that can be told', async () => {
    const eventId = await publish(database());
    const municipalityId = (await database().pool.query<{ id: string }>('SELECT municipality_id::text AS id FROM engine.outbox_event WHERE id = $1', [eventId])).rows[0]?.id;
    const [documentId, owner] = [randomUUID(), randomUUID()];
    await database().pool.query('INSERT INTO engine.document (id, municipality_id, schema_version) VALUES ($1, $2, 1)', [documentId, owner]);
    await park('tell-somebody', { eventId }, 1);
    await park('testing.of-text', { documentId }, 2);
    await park('testing.odd', ['no object'], 3);
    await park('testing.strange', { eventId: '-'.repeat(36), documentId: 7 }, 4);
    const { parked, backlog } = await read(4);
    expect(parked.map(({ jobName, eventName, municipalityId: of }) => [jobName, eventName, of])).toEqual([
      ['tell-somebody', 'testing.job.happened', municipalityId], ['testing.of-text', null, owner], ['testing.odd', null, null], ['testing.strange', null, null],
    ]);
    expect(parked[0]).toMatchObject({ queue: 'now', attempts: 5, reason: 'RangeError at a.ts:1', parkedAt: expect.any(Date) });
    expect(Object.keys(parked[0] ?? {})).not.toContain('data');
    expect(backlog.parkedJobs).toBe(4);
    expect((await read(2)).parked).toHaveLength(2);
  });

  test('says how far the events are, and whether anybody hands them on', async () => {
    await publish(database());
    const before = (await read()).backlog;
    expect(before).toMatchObject({ isRelayed: false, position: null });
    expect(before.eventsWaiting).toBeGreaterThanOrEqual(1);
    const hub = new WakeUpHub(new PgListener({ databaseUrl: database().url, name: 'test-hub' }));
    const relay = new OutboxRelay({ databaseUrl: database().url, hub, queue, subscribers: {}, logger: silent });
    relay.start();
    try {
      await until(async () => (await read()).backlog.eventsWaiting === 0);
      expect((await read()).backlog).toMatchObject({ isRelayed: true, position: expect.stringMatching(/^[1-9]\d*$/), eventsOldestSeconds: 0 });
    } finally {
      await relay.stop();
      await hub.close();
    }
    await until(async () => !(await read()).backlog.isRelayed);
  }, 30_000);
});
