import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../bench.js';
import { Crowd } from '../clients/crowd.js';
import type { ServerKind } from '../processes/servers.registry.js';
import { atMost, best, column, columnOfTwo, peers, relays, type BenchCase, type Figures } from './bench-case.js';
import { measureTyping } from './measure-typing.js';

const documents = 500;

async function run(bench: Bench, kind: ServerKind): Promise<Figures> {
  const server = await bench.start(kind);
  const empty = server.memory();
  const crowds: Crowd[] = [];
  for (let from = 0; from < documents; from += 25) {
    crowds.push(...(await Promise.all(Array.from({ length: 25 }, (_, index) => Crowd.gather({
      people: 2, typists: 1, sampleEvery: (from + index) % 10 === 0 ? 1 : 1_000, ports: [server.port], dialect: kind.dialect(bench.newDocument()),
    })))));
  }
  await sleep(500);
  const { cpuPerThousand, p50, p95 } = await measureTyping(bench, [server], crowds, { perSecond: 500, seconds: 11 });
  const { rss, pss } = server.memory();
  crowds.forEach((crowd) => crowd.leave());
  await server.stop();
  return { cpuPerThousand, p50, p95, rss, growth: pss - empty.pss };
}

/** A working day: many documents, few people in each. */
export const manyDocuments: BenchCase = {
  id: 'd',
  title: '500 documents with 2 people each, 500 updates/s in all',
  servers: ['ours', 'hocuspocus', 'ywebsocket', 'relay'],
  once: relays,
  columns: [
    column('CPU s per 1,000 deliveries', 'cpuPerThousand', 3), columnOfTwo('p50 / p95 ms', 'p50', 'p95', 1),
    column('memory MB (RSS)', 'rss', 0), column('growth MB (PSS)', 'growth', 0),
  ],
  target: '≤ 0.6 × the best peer\'s CPU; memory ≤ 0.85 × the best peer\'s',
  run,
  isMet: (results, { cpuPerThousand, rss }) => atMost(cpuPerThousand, 0.6, best(results, peers, 'cpuPerThousand')) && atMost(rss, 0.85, best(results, peers, 'rss')),
};
