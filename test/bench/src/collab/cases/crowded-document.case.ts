import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../../statistics.js';
import type { Bench } from '../bench.js';
import { Crowd } from '../clients/crowd.js';
import { typeFor } from '../clients/typing.js';
import type { ServerKind } from '../processes/servers.registry.js';
import { atMost, column, columnOfTwo, type BenchCase, type Figures } from './bench-case.js';
import { measureTyping } from './measure-typing.js';

async function run(bench: Bench, kind: ServerKind): Promise<Figures> {
  const server = await bench.start(kind);
  const few = await Crowd.gather({ people: 3, typists: 1, sampleEvery: 1, ports: [server.port], dialect: kind.dialect(bench.newDocument()) });
  few.board.restart();
  await typeFor([few], { perSecond: 5, seconds: 3 });
  await few.settled(2_000);
  few.leave();
  const crowd = await Crowd.gather({ people: 200, typists: 20, sampleEvery: 10, ports: [server.port], dialect: kind.dialect(bench.newDocument()) });
  await sleep(500);
  const { cpuPerThousand, p50, p95 } = await measureTyping(bench, [server], [crowd], { perSecond: 100, seconds: 5 });
  crowd.leave();
  await server.stop();
  return { cpuPerThousand, p50, p95, few: percentile(few.board.latencies, 0.5) };
}

/** A gathering in which everybody looks at one document. */
export const crowdedDocument: BenchCase = {
  id: 'a',
  title: '200 people in one document, 20 of them typing, 100 updates/s',
  servers: ['ours', 'hocuspocus', 'ywebsocket', 'relay', 'batching-relay'],
  columns: [column('CPU s per 1,000 deliveries', 'cpuPerThousand', 4), columnOfTwo('p50 / p95 ms', 'p50', 'p95', 1), column('3 people, 5 updates/s: p50 ms', 'few', 1)],
  target: '≤ CPU of the relay with one send per receiver; p95 ≤ 35 ms; 3 people: p50 ≤ 3 ms',
  run,
  isMet: (results, { cpuPerThousand, p95, few }) => atMost(p95, 1, 35) && atMost(few, 1, 3) && atMost(cpuPerThousand, 1, results.get('relay')?.['cpuPerThousand']),
};
