import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import * as prng from 'lib0/prng';
import { until, usePlainDatabase } from '@konzeptwerkstatt/test-support';
import * as Y from 'yjs';
import { Peer } from '../room/peer.js';
import { Pulse } from '../room/pulse.js';
import { RoomServer } from '../room/room-server.js';
import { createDocument, storedUpdates } from '../room/stored-document.js';
import { firstSeed, scale } from '../scale.js';
import { Attacker, type Fate } from './attacker.js';
import { nextFrame } from './mutation.js';
import { makeSeedCorpus } from './seed-corpus.js';

const LONGEST_STALL_MS = 500;
const ATTACKERS = 12;
const REFUSALS = [4400, 4413, 4422];

const database = usePlainDatabase();
let server: RoomServer;
beforeAll(async () => {
  server = await RoomServer.start({ databaseUrl: database().url });
}, 240_000);
afterAll(() => server?.kill());

/** What became of an attack's frames. */
class Expectation {
  readonly fates = new Map<string, number>();
  readonly acknowledged: Uint8Array[] = [];
  readonly unanswered: Uint8Array[] = [];

  add(fate: Fate): void {
    const name = fate.kind === 'closed' ? String(fate.code) : fate.kind;
    this.fates.set(name, (this.fates.get(name) ?? 0) + 1);
    if (fate.kind === 'acknowledged') this.acknowledged.push(fate.update);
    if (fate.kind === 'unanswered' && fate.update !== null) this.unanswered.push(fate.update);
  }
}

/** How far updates reach, by client; what does not decode reaches nowhere. */
function structsOf(updates: readonly Uint8Array[]): Map<number, number> {
  const reach = new Map<number, number>();
  for (const update of updates) {
    try {
      for (const { id, length } of Y.decodeUpdate(update).structs) reach.set(id.client, Math.max(reach.get(id.client) ?? 0, id.clock + length));
    } catch {
      reach.set(-1, 0);
    }
  }
  return reach;
}

describe('mutated frames', () => {
  const expectation = new Expectation();
  let documentId: string;
  let witness: Peer;
  let longest = Infinity;
  beforeAll(async () => {
    const random = prng.create(firstSeed);
    const corpus = makeSeedCorpus(random);
    documentId = await createDocument(database().pool);
    witness = await Peer.join({ port: server.port, documentId, name: 'anna' });
    appendBlocks(witness.doc, [{ type: 'paragraph', text: 'Das bleibt.' }]);
    const pulse = await Pulse.of(server, documentId);
    let left = scale.frames;
    const attack = async (): Promise<void> => {
      const attacker = new Attacker(server.port, documentId);
      for (; left > 0 && server.isRunning; left--) expectation.add(await attacker.send(nextFrame(corpus, random)));
      attacker.leave();
    };
    await Promise.all(Array.from({ length: ATTACKERS }, attack));
    // Of a server that has fallen over nothing more is to be heard.
    if (server.isRunning) longest = await pulse.stop();
  }, 240_000);
  afterAll(() => witness?.leave());

  it('crash nothing and stall nobody', () => {
    expect(server.isRunning).toBe(true);
    expect({ seed: firstSeed, longest: longest < LONGEST_STALL_MS ? 'fine' : longest }).toEqual({ seed: firstSeed, longest: 'fine' });
  });

  it('are refused, many of them, in the words of this house', () => {
    const codes = [...expectation.fates.keys()].map(Number).filter((code) => !Number.isNaN(code));
    expect(REFUSALS).toEqual(expect.arrayContaining(codes));
    // Otherwise too little would have been tried.
    expect(expectation.fates.get('4422')).toBeGreaterThan(scale.frames / 4);
    expect(expectation.fates.get('acknowledged')).toBeGreaterThan(scale.frames / 50);
  });

  it('leave nothing in the log that was not acknowledged, and all that was', async () => {
    const stored = structsOf(await storedUpdates(database().pool, documentId));
    const acknowledged = structsOf(expectation.acknowledged);
    const unanswered = structsOf(expectation.unanswered);
    expect([...acknowledged].filter(([client, clock]) => clock > (stored.get(client) ?? 0))).toEqual([]);
    const sent = (client: number): number => Math.max(acknowledged.get(client) ?? 0, unanswered.get(client) ?? 0);
    expect([...stored].filter(([client, clock]) => client !== witness.doc.clientID && clock > sent(client))).toEqual([]);
  });

  it('do not keep the others from writing', async () => {
    const { pool } = database();
    const before = (await storedUpdates(pool, documentId)).length;
    appendBlocks(witness.doc, [{ type: 'paragraph', text: 'Und weiter.' }]);
    await until(async () => (await storedUpdates(pool, documentId)).length > before, 'the witness can still write');
  });
});
