import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../bench.js';
import { newClientIds } from '../clients/client-ids.js';
import { openCold, type ColdOpening } from '../clients/cold-opening.js';
import { keystrokeTrace, type KeystrokeTrace } from '../clients/keystroke-trace.js';
import { Person } from '../clients/person.js';
import { walkRanges } from '../clients/update-ranges.js';
import { untilQuiet } from '../processes/quiet.js';
import type { ServerProcess } from '../processes/server-process.js';
import type { ServerKind } from '../processes/servers.registry.js';
import { print } from '../../print.js';
import type { Figures } from './bench-case.js';

const bytesAtOnce = 32 * 1024;
/** Whoever needs longer for the keystrokes has failed. */
const arrivalPatience = 120_000;
/** Longer than any of the servers puts off storing after the last keystroke. */
const quietMs = 3_500;
const patience = 240_000;
/** Upkeep that does not come to an end is the server's own affair. */
const upkeepPatience = 40_000;

async function sendAll(person: Person, { updates }: KeystrokeTrace): Promise<void> {
  let frames: Buffer[] = [];
  let size = 0;
  for (const update of updates) {
    const frame = person.updateFrame(update);
    frames.push(frame);
    size += frame.length;
    if (size < bytesAtOnce) continue;
    person.send(Buffer.concat(frames));
    await person.connection.drained();
    // The other client reads in the same process.
    await new Promise((next) => setImmediate(next));
    [frames, size] = [[], 0];
  }
  person.send(Buffer.concat(frames));
}

/** One types all keystrokes, another one waits until she has them. @returns seconds until then */
async function takeIn(server: ServerProcess, document: string, trace: KeystrokeTrace): Promise<number> {
  const dialect = server.kind.dialect(document);
  let seen = 0;
  const reader = await Person.join({
    port: server.port, dialect, clientId: newClientIds(1),
    onUpdate: (_person, bytes, start) => walkRanges(bytes, start, (client, _from, to) => { if (client === trace.clientId) seen = Math.max(seen, to); }),
  });
  const writer = await Person.join({ port: server.port, dialect, clientId: trace.clientId });
  await Promise.all([reader.inSync(), writer.inSync()]);
  const begin = performance.now();
  await sendAll(writer, trace);
  for (const end = begin + arrivalPatience; seen < trace.clock; await sleep(5)) {
    if (performance.now() > end || writer.connection.closeCode !== null) throw new Error(`${server.kind.label}: ${seen} of ${trace.clock} clocks arrived, ${writer.connection.closeCode ?? 'still open'}`);
  }
  const seconds = (performance.now() - begin) / 1000;
  reader.leave();
  writer.leave();
  return seconds;
}

/** Opens it on a server that has just started. */
async function openOn(server: ServerProcess, document: string, trace: KeystrokeTrace): Promise<ColdOpening> {
  const opening = await openCold(server.port, server.kind.dialect(document), trace, patience);
  if (opening.text !== trace.text) throw new Error(`${server.kind.label}: what was opened is not what was typed`);
  return opening;
}

/** How many clocks a server has that was started after a kill; it may answer first and read its store afterwards. */
async function clocksOf(server: ServerProcess, document: string, trace: KeystrokeTrace): Promise<number> {
  let clock = 0;
  const reader = await Person.join({
    port: server.port, dialect: server.kind.dialect(document), clientId: newClientIds(1),
    onUpdate: (_person, bytes, start) => walkRanges(bytes, start, (client, _from, to) => { if (client === trace.clientId) clock = Math.max(clock, to); }),
  });
  await reader.inSync();
  for (let before = -1; before !== clock; await sleep(quietMs)) before = clock;
  reader.leave();
  return clock;
}

/** What is not on disk when the second client has everything, in percent: the server is killed at that moment. */
async function backlogOf(bench: Bench, kind: ServerKind, trace: KeystrokeTrace): Promise<number> {
  const document = bench.newDocument();
  const writing = await bench.start(kind);
  await takeIn(writing, document, trace);
  await writing.kill();
  const reading = await bench.start(kind);
  const kept = await clocksOf(reading, document, trace);
  await reading.stop();
  return (100 * (trace.clock - kept)) / trace.clock;
}

async function scenario(bench: Bench, kind: ServerKind, round: number): Promise<Figures> {
  const trace = keystrokeTrace();
  const document = bench.newDocument();
  const writing = await bench.start(kind);
  const before = bench.cpu([writing]);
  const arrived = await takeIn(writing, document, trace);
  const busy = await untilQuiet(() => bench.cpu([writing]), quietMs, patience);
  const cpu = bench.cpu([writing]) - before;
  await writing.stop();
  // What is put off until later counts too: our server folds the log into a snapshot then.
  const reading = await bench.start(kind, { COMPACT_EVERY_MS: '1500' });
  const first = await openOn(reading, document, trace);
  const afterOpening = bench.cpu([reading]);
  await untilQuiet(() => bench.cpu([reading]), quietMs, upkeepPatience);
  const upkeep = bench.cpu([reading]) - afterOpening;
  await reading.stop();
  const again = await bench.start(kind);
  const second = await openOn(again, document, trace);
  await again.stop();
  // It follows from how a server stores, and hardly varies.
  const backlog: Figures = round === 0 ? { backlog: await backlogOf(bench, kind, trace) } : {};
  return { ...backlog, cpu: cpu + upkeep, upkeep, arrived, busy, first: first.received, firstDecoded: first.decoded, again: second.received, againDecoded: second.decoded };
}

const runs = new Map<string, Promise<Figures>>();

/** A paper typed into a server, which is then started anew; the same run serves both cases that look at it. */
export function takingIn(bench: Bench, kind: ServerKind, round: number): Promise<Figures> {
  const key = `${kind.name} ${round}`;
  const known = runs.get(key);
  if (known !== undefined) return known;
  if (runs.size === 0) print(`… keystrokes: ${keystrokeTrace().source}`);
  const made = scenario(bench, kind, round);
  runs.set(key, made);
  return made;
}
