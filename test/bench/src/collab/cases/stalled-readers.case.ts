import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import { percentile } from '../../statistics.js';
import type { Bench } from '../bench.js';
import { newClientIds } from '../clients/client-ids.js';
import { Crowd } from '../clients/crowd.js';
import { Person } from '../clients/person.js';
import { typeFor } from '../clients/typing.js';
import type { ServerProcess } from '../processes/server-process.js';
import type { ServerKind } from '../processes/servers.registry.js';
import { atMost, column, relays, type BenchCase, type Figures } from './bench-case.js';

const people = 30;
const stalled = 20;
const pastes = 26;
const pasteBytes = 1_000_000;
const everyMs = 150;
/** How long a server has to let go of those who read nothing. */
const afterMs = 3_000;
const closingMs = 3_000;

/** Somebody inserts long texts, one after the other. */
async function paste(person: Person, clientId: number): Promise<void> {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.on('update', (update: Uint8Array) => person.send(person.updateFrame(update)));
  const text = new Y.XmlText();
  doc.transact(() => {
    const block = new Y.XmlElement('block');
    block.insert(0, [text]);
    doc.getXmlFragment('body').insert(0, [block]);
  });
  for (let count = 0; count < pastes; count++) {
    text.insert(text.length, String.fromCharCode(97 + count).repeat(pasteBytes));
    await sleep(everyMs);
  }
}

/** Highest memory until it is told to end. */
function watchMemory(server: ServerProcess): () => { rss: number; pss: number } {
  const highest = { rss: 0, pss: 0 };
  const look = (): void => {
    const { rss, pss } = server.memory();
    Object.assign(highest, { rss: Math.max(highest.rss, rss), pss: Math.max(highest.pss, pss) });
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    return highest;
  };
}

/** How many of them find that they were cut off, once they have read what was on its way. */
async function closedWithin(persons: readonly Person[], ms: number): Promise<number> {
  const closed = (): number => persons.filter(({ connection }) => connection.closeCode !== null).length;
  for (const end = performance.now() + ms; closed() < persons.length && performance.now() < end; ) await sleep(50);
  return closed();
}

async function run(bench: Bench, kind: ServerKind): Promise<Figures> {
  const server = await bench.start(kind);
  const dialect = kind.dialect(bench.newDocument());
  const crowd = await Crowd.gather({ people, typists: 5, sampleEvery: 1, ports: [server.port], dialect });
  const clientId = newClientIds(1);
  const paster = await Person.join({ port: server.port, dialect, clientId });
  await paster.inSync();
  await typeFor([crowd], { perSecond: 20, seconds: 1 });
  crowd.board.restart();
  const before = server.memory();
  const stop = watchMemory(server);
  crowd.members.slice(-stalled).forEach(({ connection }) => connection.pause());
  await Promise.all([paste(paster, clientId), typeFor([crowd], { perSecond: 20, seconds: (pastes * everyMs) / 1000 })]);
  await sleep(afterMs);
  const highest = stop();
  // A socket that is not read does not tell that it was closed.
  crowd.members.slice(-stalled).forEach(({ connection }) => connection.resume());
  const cut = await closedWithin(crowd.members.slice(-stalled), closingMs);
  const latencies = crowd.receivers.slice(0, -stalled).flatMap((receiver) => receiver.latencies);
  crowd.leave();
  paster.leave();
  await server.stop();
  return { rss: highest.rss - before.rss, pss: highest.pss - before.pss, cut, p99: percentile(latencies, 0.99) };
}

/** Laptops that were closed, while somebody pastes a whole brochure. */
export const stalledReaders: BenchCase = {
  id: 'i',
  title: '20 of 30 people stop reading while 26 MB are pasted within four seconds',
  servers: ['ours', 'hocuspocus', 'ywebsocket', 'relay'],
  once: relays,
  columns: [column('growth MB (RSS)', 'rss', 0), column('growth MB (PSS)', 'pss', 0), column('cut off', 'cut', 0), column('typing among the others: p99 ms', 'p99', 0)],
  target: 'growth ≤ 50 MB, all 20 cut off, the others\' p99 ≤ 100 ms',
  run,
  isMet: (_results, { rss, cut, p99 }) => cut === stalled && atMost(rss, 1, 50) && atMost(p99, 1, 100),
};
