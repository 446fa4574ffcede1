import { setTimeout as sleep } from 'node:timers/promises';
import { RedisProcess } from '@konzeptwerkstatt/test-support/processes';
import type { Bench } from '../bench.js';
import { Crowd } from '../clients/crowd.js';
import { earlierSessions } from '../clients/earlier-sessions.js';
import { writeOnce } from '../clients/write-once.js';
import type { ServerProcess } from '../processes/server-process.js';
import type { ServerKind } from '../processes/servers.registry.js';
import { print } from '../../print.js';
import { atMost, column, columnOfTwo, type BenchCase, type Figures } from './bench-case.js';
import { measureTyping, type TypingFigures } from './measure-typing.js';

const sessions = 3_000;
const seconds = 4;

async function typeOn(bench: Bench, nodes: readonly ServerProcess[], redis: RedisProcess | null, kind: ServerKind, document: string, forSeconds = seconds): Promise<TypingFigures> {
  const crowd = await Crowd.gather({ people: 100, typists: 20, sampleEvery: 5, ports: nodes.map(({ port }) => port), dialect: kind.dialect(document) });
  await sleep(500);
  const figures = await measureTyping(bench, nodes, [crowd], { perSecond: 100, seconds: forSeconds }, redis === null ? [] : [redis.pid]);
  crowd.leave();
  return figures;
}

async function run(bench: Bench, kind: ServerKind): Promise<Figures | null> {
  const redis = kind.name === 'hocuspocus' ? await RedisProcess.start() : null;
  if (kind.name === 'hocuspocus' && redis === null) {
    print('… j hocuspocus: left out, because there is no redis-server on this machine');
    return null;
  }
  // The sweep that shortens logs would fall into one of the times that are compared; what it costs is in case e.
  const environment: Record<string, string> = redis === null ? { COMPACT_EVERY_MS: '300000' } : { REDIS_URL: redis.url };
  // One after the other: the first one brings the database up to date.
  const nodes = [await bench.start(kind, environment), await bench.start(kind, environment)];
  const old = bench.newDocument();
  await writeOnce((nodes[0] as ServerProcess).port, kind.dialect(old), earlierSessions(sessions, 1).update);
  const measure = (document: string, forSeconds?: number): Promise<TypingFigures> => typeOn(bench, nodes, redis, kind, document, forSeconds);
  // A process is dearer in its first seconds, and then less and less: the old document stands between two fresh ones.
  await measure(bench.newDocument(), 1);
  const [before, later, after] = [await measure(bench.newDocument()), await measure(old), await measure(bench.newDocument())];
  await Promise.all(nodes.map((node) => node.stop()));
  await redis?.stop();
  return {
    cpuPerThousand: (before.cpuPerThousand + after.cpuPerThousand) / 2, p50: before.p50, p95: before.p95,
    missing: before.missing + later.missing + after.missing, later: later.cpuPerThousand,
  };
}

/** Two servers behind a balancer. */
export const twoNodes: BenchCase = {
  id: 'j',
  title: 'Two nodes, 50 people on each in one document, 20 of them typing, 100 updates/s',
  servers: ['ours', 'hocuspocus'],
  columns: [
    column('CPU s per 1,000 deliveries, all processes', 'cpuPerThousand', 4), columnOfTwo('p50 / p95 ms', 'p50', 'p95', 1),
    column('CPU s with 3,000 former sessions', 'later', 4), column('never arrived', 'missing', 0),
  ],
  target: '≤ 0.5 × Hocuspocus with Redis; with former sessions the same as without (within 10 %)',
  run,
  isMet: (results, { cpuPerThousand, later }) => atMost(later, 1.1, cpuPerThousand) && atMost(cpuPerThousand, 0.5, results.get('hocuspocus')?.['cpuPerThousand']),
};
