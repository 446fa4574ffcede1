import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../../statistics.js';
import type { Bench } from '../bench.js';
import { Crowd } from '../clients/crowd.js';
import { keystrokeTrace } from '../clients/keystroke-trace.js';
import { typeFor } from '../clients/typing.js';
import { writeOnce } from '../clients/write-once.js';
import type { ServerKind } from '../processes/servers.registry.js';
import { atMost, best, column, peers, relays, type BenchCase, type Figures } from './bench-case.js';

const typists = 20;
const crowdSize = 300;
const patience = 30_000;

/** Waits until everybody who came back has what was there when they did. @returns milliseconds */
async function untilAllHave(crowd: Crowd, kind: ServerKind, clocks: readonly number[], begin: number): Promise<number> {
  const has = (index: number): boolean => crowd.members[index]?.synced === true
    // A relay has kept nothing for them.
    && (!kind.stores || clocks.every((clock, typist) => (crowd.receivers[index]?.next[typist] ?? 0) >= clock));
  for (let index = typists; index < typists + crowdSize; ) {
    if (has(index)) index++;
    else if (performance.now() - begin > patience) throw new Error(`${kind.label}: not all in sync after ${patience} ms`);
    else await sleep(2);
  }
  return performance.now() - begin;
}

async function run(bench: Bench, kind: ServerKind): Promise<Figures> {
  const server = await bench.start(kind);
  const dialect = kind.dialect(bench.newDocument());
  const paper = keystrokeTrace();
  await writeOnce(server.port, dialect, paper.state);
  const crowd = await Crowd.gather({ people: typists + crowdSize, typists, sampleEvery: 1, ports: [server.port], dialect, known: { clocks: new Map([[paper.clientId, paper.clock]]), deletions: paper.deletions } });
  let over = false;
  const typing = typeFor([crowd], { perSecond: 100, seconds: 60 }, () => over);
  await sleep(1_000);
  crowd.members.slice(typists).forEach((person) => person.leave());
  await sleep(1_500);
  crowd.board.restart();
  const clocks = crowd.typists.map(({ clock }) => clock);
  const cpu = bench.cpu([server]);
  const begin = performance.now();
  await Promise.all(Array.from({ length: crowdSize }, (_, index) => crowd.rejoin(typists + index)));
  const all = await untilAllHave(crowd, kind, clocks, begin);
  const used = bench.cpu([server]) - cpu;
  over = true;
  await typing;
  await crowd.settled(3_000);
  crowd.leave();
  await server.stop();
  return { all, cpu: used, p95: percentile(crowd.receivers.slice(0, typists).flatMap(({ latencies }) => latencies), 0.95) };
}

/** The network of a town hall comes back. */
export const reconnectStorm: BenchCase = {
  id: 'g',
  title: '300 people reconnect at once to the paper of 105,000 letters, 20 others typing 100 updates/s meanwhile',
  servers: ['ours', 'hocuspocus', 'ywebsocket', 'relay', 'batching-relay'],
  once: relays,
  columns: [column('all in sync after ms', 'all', 0), column('CPU s until then', 'cpu', 2), column('typing of the others: p95 ms', 'p95', 0)],
  target: '≤ 0.4 × the best peer\'s time; p95 of the others ≤ 100 ms',
  run,
  isMet: (results, { all, p95 }) => atMost(p95, 1, 100) && atMost(all, 0.4, best(results, peers, 'all')),
};
