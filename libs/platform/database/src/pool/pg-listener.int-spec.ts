import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { PgListener } from './pg-listener.js';

describe('a listener', () => {
  const database = useTestDatabase();
  const open: PgListener[] = [];

  const create = (): PgListener => {
    const listener = new PgListener({ databaseUrl: database().url, name: 'listener-test' });
    open.push(listener);
    return listener;
  };
  const notify = (payload: string): Promise<unknown> => database().pool.query("SELECT pg_notify('chapter', $1)", [payload]);
  const until = async (condition: () => boolean): Promise<void> => {
    for (const deadline = Date.now() + 5_000; !condition() && Date.now() < deadline; ) await sleep(20);
  };

  afterEach(() => Promise.all(open.splice(0).map((listener) => listener.close())));

  it('hears what is sent on its channel, until it stops listening', async () => {
    const heard: string[] = [];
    const stop = await create().listen('chapter', (payload) => heard.push(payload));
    await notify('one');
    await until(() => heard.length === 1);
    await stop();
    await notify('two');
    await sleep(100);
    expect(heard).toEqual(['one']);
  });

  it('comes back by itself after the server cut it off, and says that it was away', async () => {
    const heard: string[] = [];
    let gaps = 0;
    await create().listen('chapter', (payload) => heard.push(payload), () => gaps++);
    await database().pool.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'listener-test'");
    await until(() => gaps === 1);
    await notify('after');
    await until(() => heard.length === 1);
    expect({ gaps, heard }).toEqual({ gaps: 1, heard: ['after'] });
  });
});
