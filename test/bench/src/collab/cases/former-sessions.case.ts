import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../bench.js';
import { Crowd } from '../clients/crowd.js';
import { earlierSessions } from '../clients/earlier-sessions.js';
import { writeOnce } from '../clients/write-once.js';
import type { ServerProcess } from '../processes/server-process.js';
import type { ServerKind } from '../processes/servers.registry.js';
import { atMost, column, columnOfTwo, type BenchCase, type Figures } from './bench-case.js';
import { measureTyping, type TypingFigures } from './measure-typing.js';

const sessions = 5_000;

async function typeInto(bench: Bench, server: ServerProcess, document: string): Promise<TypingFigures> {
  const crowd = await Crowd.gather({ people: 50, typists: 20, sampleEvery: 5, ports: [server.port], dialect: server.kind.dialect(document) });
  await sleep(300);
  const figures = await measureTyping(bench, [server], [crowd], { perSecond: 100, seconds: 4 });
  crowd.leave();
  return figures;
}

async function run(bench: Bench, kind: ServerKind): Promise<Figures> {
  const server = await bench.start(kind);
  const fresh = await typeInto(bench, server, bench.newDocument());
  const old = bench.newDocument();
  await writeOnce(server.port, kind.dialect(old), earlierSessions(sessions, 1).update);
  const later = await typeInto(bench, server, old);
  await server.stop();
  return { fresh: fresh.cpuPerThousand, freshP95: fresh.p95, cpuPerThousand: later.cpuPerThousand, p50: later.p50, p95: later.p95, ratio: later.cpuPerThousand / fresh.cpuPerThousand };
}

/** Every time somebody opens the page is a session, so a text that lives for years has thousands. */
export const formerSessions: BenchCase = {
  id: 'b',
  title: '50 people in a document that 5,000 sessions edited before, 20 of them typing, 100 updates/s',
  servers: ['ours', 'hocuspocus', 'ywebsocket'],
  columns: [
    column('CPU s per 1,000 deliveries', 'cpuPerThousand', 4), columnOfTwo('p50 / p95 ms', 'p50', 'p95', 1),
    column('CPU s in a fresh document', 'fresh', 4), column('p95 ms there', 'freshP95', 1), column('ratio', 'ratio', 2),
  ],
  target: 'within 10 % of a fresh document',
  run,
  isMet: (_results, { ratio }) => atMost(ratio, 1, 1.1),
};
