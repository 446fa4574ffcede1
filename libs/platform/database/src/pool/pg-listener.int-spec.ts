import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { TcpProxy, useTestDatabase } from '@konzeptwerkstatt/test-support';
import { PgListener, type PgListenerOptions } from './pg-listener.js';

describe('a listener', () => {
  const database = useTestDatabase();
  const open: PgListener[] = [];

  const create = (options: Partial<PgListenerOptions> = {}): PgListener => {
    const listener = new PgListener({ databaseUrl: database().url, name: 'listener-test', ...options });
    open.push(listener);
    return listener;
  };
  const cutOff = (): Promise<unknown> => database().pool.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'listener-test'");
  const notify = (payload: string): Promise<unknown> => database().pool.query("SELECT pg_notify('chapter', $1)", [payload]);
  const until = async (condition: () => boolean, ms = 5_000): Promise<void> => {
    for (const deadline = Date.now() + ms; !condition() && Date.now() < deadline; ) await sleep(20);
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
    await cutOff();
    await until(() => gaps === 1);
    await notify('after');
    await until(() => heard.length === 1);
    expect({ gaps, heard }).toEqual({ gaps: 1, heard: ['after'] });
  });

  it('has one connection and hears everything once, also when somebody begins to listen before it has come back', async () => {
    const heard: string[] = [];
    let [gaps, losses] = [0, 0];
    const listener = create({ onError: () => losses++ });
    await listener.listen('chapter', (payload) => heard.push(payload), () => gaps++);
    await cutOff();
    await until(() => losses === 1);
    await listener.listen('verse', () => undefined);
    // It would have come back by itself by now.
    await sleep(400);
    await notify('after');
    await until(() => heard.length > 0);
    await sleep(100);
    const { rows } = await database().pool.query("SELECT FROM pg_stat_activity WHERE application_name = 'listener-test'");
    expect({ gaps, heard, connections: rows.length }).toEqual({ gaps: 1, heard: ['after'], connections: 1 });
  });

  it('has nobody listening whom it could not begin to listen for', async () => {
    const [refused, heard]: string[][] = [[], []];
    const options = { databaseUrl: 'postgresql://nobody@127.0.0.1:1/nothing', name: 'listener-test' };
    const listener = new PgListener(options);
    open.push(listener);
    await expect(listener.listen('chapter', (payload) => refused!.push(payload))).rejects.toThrow();
    options.databaseUrl = database().url;
    await listener.listen('chapter', (payload) => heard!.push(payload));
    await notify('one');
    await until(() => heard!.length > 0);
    expect({ refused, heard }).toEqual({ refused: [], heard: ['one'] });
  });

  it('notices a connection on which nothing is answered any more, and replaces it', async () => {
    const url = new URL(database().url);
    const proxy = await TcpProxy.start(() => Number(url.port));
    try {
      const heard: string[] = [];
      let gaps = 0;
      const throughProxy = new URL(url);
      throughProxy.hostname = '127.0.0.1';
      throughProxy.port = String(proxy.port);
      const listener = create({ databaseUrl: throughProxy.href, heartbeat: 200 });
      await listener.listen('chapter', (payload) => heard.push(payload), () => gaps++);
      proxy.silence();
      await until(() => !listener.isConnected, 8_000);
      proxy.restore();
      await until(() => gaps === 1, 10_000);
      await notify('after');
      await until(() => heard.length > 0);
      expect({ gaps, heard }).toEqual({ gaps: 1, heard: ['after'] });
    } finally {
      await Promise.all(open.splice(0).map((listener) => listener.close()));
      await proxy.close();
    }
  }, 30_000);

  it('opens nothing any more once it is closed', async () => {
    const listener = create();
    await listener.close();
    await expect(listener.listen('chapter', () => undefined)).rejects.toThrow();
  });
});
