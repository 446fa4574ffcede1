import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pause, TcpProxy, until, usePlainDatabase } from '@konzeptwerkstatt/test-support';
import { Redis } from 'ioredis';
import { describeNodes, expectAgreement, MADE_UP_WITHIN, write } from './nodes-behaviour.js';

const AWAY_MS = 5_000;

const database = usePlainDatabase();
let line: TcpProxy;
let redis: Redis;

/** Run by `npm run test:redis`: a Redis of its own, which is emptied. */
function redisUrl(): URL {
  const url = process.env['REDIS_URL'];
  if (!url) throw new Error('These tests need a Redis of their own, which they empty: set REDIS_URL, e.g. redis://127.0.0.1:6379/15');
  return new URL(url);
}

beforeAll(async () => {
  redis = new Redis(redisUrl().href);
  // Between the nodes and Redis lies a line that can be taken away, whoever runs it.
  line = await TcpProxy.start(() => Number(redisUrl().port || 6379));
});
afterAll(async () => {
  await line?.close();
  redis?.disconnect();
});

describe('two nodes on one database and one Redis', () => {
  const nodes = describeNodes(database, () => ({ REDIS_URL: Object.assign(redisUrl(), { host: `127.0.0.1:${line.port}` }).href }));

  it('bring everything late but whole when Redis is away for five seconds', async () => {
    const { anna, bela } = nodes();
    line.cut();
    const end = Date.now() + AWAY_MS;
    for (let index = 0; Date.now() < end; index++) {
      write(index % 2 === 0 ? anna : bela, `[${index}]`);
      await pause(100);
    }
    await until(() => anna.isSaved && bela.isSaved, 'saved without Redis');
    line.restore();
    await expectAgreement(nodes(), database(), MADE_UP_WITHIN);
  }, 45_000);

  it('need nothing that Redis keeps', async () => {
    const { anna, bela } = nodes();
    write(anna, 'vorher');
    await redis.flushall();
    write(anna, 'nachher');
    write(bela, 'auch nachher');
    await expectAgreement(nodes(), database(), MADE_UP_WITHIN);
    expect(bela.text).toContain('nachher');
  }, 30_000);
});
