import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createTestDatabase, useTestDatabase } from '@konzeptwerkstatt/test-support';
import { describeQueue } from '../test/queue-behaviour.js';
import { openStage, plainJob, processor, until } from '../test/queue-stage.js';

describe('a queue on PostgreSQL', () => {
  const database = useTestDatabase();
  describeQueue(database);

  test('goes on within seconds when the database has ended all its connections', async () => {
    const done: string[] = [];
    const stage = await openStage(database(), [processor(plainJob, async ({ thing }) => void done.push(thing))]);
    const { rowCount } = await database().pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name IN ('now', 'heavy', 'konzeptwerkstatt-queue')`);
    expect(rowCount).toBeGreaterThan(2);
    const thing = randomUUID();
    await until(() => stage.queue.enqueue(plainJob, { thing }).then(() => true, () => false));
    await until(() => done.includes(thing), 6_000);
    await stage.stop();
  }, 30_000);

  test('processes that start together prepare the storage once', async () => {
    const empty = await createTestDatabase();
    const stages = await Promise.all([1, 2, 3].map(() => openStage(empty, [])));
    await Promise.all(stages.map((stage) => stage.stop()));
    await empty.drop();
  }, 30_000);
});
