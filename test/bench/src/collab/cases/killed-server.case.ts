import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../bench.js';
import { Crowd } from '../clients/crowd.js';
import { Person } from '../clients/person.js';
import { newClientIds } from '../clients/client-ids.js';
import { typeFor, type Load } from '../clients/typing.js';
import type { ServerKind } from '../processes/servers.registry.js';
import { peers, type BenchCase, type Column, type Figures } from './bench-case.js';

interface Loss {
  /** Percent of what others had seen. */
  readonly seen: number;
  /** Percent of what the server had acknowledged; nothing to say where it acknowledges nothing. */
  readonly acknowledged: number;
}

const typists = 20;
const people = 30;

/** What stands in the document when the server is back. */
async function recovered(bench: Bench, kind: ServerKind, crowd: Crowd, document: string): Promise<Uint32Array> {
  const server = await bench.start(kind);
  const receiver = crowd.board.receiver(false);
  const person = await Person.join({
    port: server.port, dialect: kind.dialect(document), clientId: newClientIds(1),
    onUpdate: (_person, bytes, start) => crowd.board.arrived(receiver, bytes, start, 0),
  });
  await person.inSync();
  // One of the servers answers first and reads its store afterwards.
  await sleep(1_000);
  person.leave();
  await server.stop();
  return receiver.next;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Of the clocks from `base` on, those that are not there any more. */
function percentLost(clocks: readonly number[], base: readonly number[], kept: Uint32Array): number {
  const all = sum(clocks.map((clock, typist) => clock - (base[typist] as number)));
  const lost = sum(clocks.map((clock, typist) => Math.max(0, clock - Math.max(base[typist] as number, kept[typist] as number))));
  return (100 * lost) / all;
}

/** Types, kills the server after that long, starts it again and compares. */
async function lossOf(bench: Bench, kind: ServerKind, load: Load, killAfterSeconds: number): Promise<Loss> {
  const server = await bench.start(kind);
  const document = bench.newDocument();
  const crowd = await Crowd.gather({ people, typists, sampleEvery: 1_000, ports: [server.port], dialect: kind.dialect(document, true) });
  // That she began to write is acknowledged a moment after the others have it; counted later, it would be one too many.
  await sleep(300);
  const base = crowd.typists.map(({ clock }) => clock);
  const acknowledgedBefore = crowd.members.map(({ acknowledged }) => acknowledged);
  let over = false;
  const typing = typeFor([crowd], load, () => over);
  await sleep(killAfterSeconds * 1_000);
  await server.kill();
  over = true;
  await typing;
  // What was on its way still arrives.
  await sleep(200);
  const kept = await recovered(bench, kind, crowd, document);
  const seen = base.map((_, typist) => Math.max(...crowd.receivers.map((receiver, index) => (index === typist ? 0 : receiver.next[typist] as number))));
  // Each keystroke after the first is one clock and one acknowledgement.
  const told = base.map((clock, typist) => clock + (crowd.members[typist] as Person).acknowledged - (acknowledgedBefore[typist] as number));
  crowd.leave();
  return { seen: percentLost(seen, base, kept), acknowledged: percentLost(told, base, kept) };
}

async function run(bench: Bench, kind: ServerKind, round: number): Promise<Figures> {
  const steady = await lossOf(bench, kind, { perSecond: 100, seconds: 60 }, 10.6 + round * 0.37);
  const burst = await lossOf(bench, kind, { perSecond: 3_000, seconds: 60 }, 1 + round * 0.13);
  const pause = await lossOf(bench, kind, { perSecond: 100, seconds: 1 }, 2);
  const told: Figures = kind.name === 'ywebsocket' ? {} : { steadyTold: steady.acknowledged, burstTold: burst.acknowledged, pauseTold: pause.acknowledged };
  return { steady: steady.seen, burst: burst.seen, pause: pause.seen, ...told };
}

const loss = (title: string, seen: string, told: string): Column => ({
  title, show: (figures: Figures) => [seen, told].map((name) => { const value = figures[name]; return value === undefined ? '–' : `${value.toFixed(1)} %`; }).join(' / '),
});

/** The power goes. */
export const killedServer: BenchCase = {
  id: 'h',
  title: '`kill -9` while 20 of 30 people type: lost although others had seen it / although it was acknowledged',
  servers: ['ours', 'hocuspocus', 'ywebsocket'],
  // What the others lose follows from when they store, and hardly varies.
  once: peers,
  columns: [loss('steady typing, 100/s', 'steady', 'steadyTold'), loss('burst, 3,000/s', 'burst', 'burstTold'), loss('one second after the last key', 'pause', 'pauseTold')],
  target: '0 of everything, always',
  run,
  isMet: (_results, ours) => ['steady', 'burst', 'pause', 'steadyTold', 'burstTold', 'pauseTold'].every((name) => ours[name] === 0),
};
