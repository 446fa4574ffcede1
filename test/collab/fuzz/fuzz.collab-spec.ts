import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendBlocks, readContent } from '@konzeptwerkstatt/document-model';
import * as prng from 'lib0/prng';
import { until, useTestDatabase } from '@konzeptwerkstatt/test-support';
import * as Y from 'yjs';
import { Peer } from '../room/peer.js';
import { Pulse } from '../room/pulse.js';
import { RoomServer } from '../room/room-server.js';
import { createDocument, fingerprint, storedDocument } from '../room/stored-document.js';
import { firstSeed, scale } from '../scale.js';
import { Attacker, type Fate } from './attacker.js';
import { nextFrame } from './mutation.js';
import { makeSeedCorpus } from './seed-corpus.js';

const LONGEST_STALL_MS = 500;
const ATTACKERS = 12;
const REFUSALS = [4400, 4413, 4422];

const database = useTestDatabase();
let server: RoomServer;
beforeAll(async () => {
  server = await RoomServer.start({ databaseUrl: database().url });
}, 30_000);
afterAll(() => server?.kill());

/** What a document must hold after an attack: all that was acknowledged, and nothing that was not at least unanswered. */
class Expectation {
  readonly least = new Y.Doc();
  readonly most = new Y.Doc();
  readonly fates = new Map<string, number>();

  add(fate: Fate): void {
    const name = fate.kind === 'closed' ? String(fate.code) : fate.kind;
    this.fates.set(name, (this.fates.get(name) ?? 0) + 1);
    if (fate.kind === 'acknowledged') Y.applyUpdate(this.least, fate.update);
    if (fate.kind === 'acknowledged') Y.applyUpdate(this.most, fate.update);
    // Alone it may be nonsense that was dropped with its socket.
    if (fate.kind === 'unanswered' && fate.update !== null) this.tryOut(fate.update);
  }

  private tryOut(update: Uint8Array): void {
    try {
      Y.applyUpdate(this.most, update);
    } catch {
      this.fates.set('undecodable and unanswered', (this.fates.get('undecodable and unanswered') ?? 0) + 1);
    }
  }
}

/** Clocks of the first that the second does not reach. */
function beyond(one: Y.Doc, other: Y.Doc): [number, number][] {
  const reached = Y.decodeStateVector(Y.encodeStateVector(other));
  return [...Y.decodeStateVector(Y.encodeStateVector(one))].filter(([client, clock]) => clock > (reached.get(client) ?? 0));
}

describe('mutated frames', () => {
  it('crash nothing, stall nobody, and change nothing that was not acknowledged', async () => {
    const random = prng.create(firstSeed);
    const corpus = makeSeedCorpus(random);
    const documentId = await createDocument(database().pool);
    const witness = await Peer.join({ port: server.port, documentId, name: 'anna' });
    appendBlocks(witness.doc, [{ type: 'paragraph', text: 'Das bleibt.' }]);
    const pulse = await Pulse.of(server.port, documentId);
    const expectation = new Expectation();
    let left = scale.frames;
    const started = Date.now(); const show = setInterval(() => console.error(left, Date.now()-started, longestFate.join(' '), JSON.stringify([...expectation.fates])), 2000);
    const longestFate: number[] = [];
const attack = async (): Promise<void> => {
      const attacker = new Attacker(server.port, documentId);
      for (; left > 0; left--) expectation.add(await attacker.send(nextFrame(corpus, random)));
      attacker.leave();
    };
    await Promise.all(Array.from({ length: ATTACKERS }, attack));
    const longest = pulse.stop();

    expect(server.isRunning).toBe(true);
    expect({ seed: firstSeed, longest: longest < LONGEST_STALL_MS ? 'fine' : longest }).toEqual({ seed: firstSeed, longest: 'fine' });
    const codes = [...expectation.fates.keys()].map(Number).filter((code) => !Number.isNaN(code));
    expect(REFUSALS).toEqual(expect.arrayContaining(codes));
    // Otherwise too little would have been tried.
    expect(expectation.fates.get('4422')).toBeGreaterThan(scale.frames / 4);
    expect(expectation.fates.get('acknowledged')).toBeGreaterThan(scale.frames / 50);

    appendBlocks(witness.doc, [{ type: 'paragraph', text: 'Und weiter.' }]);
    await until(() => witness.isSaved, 'the witness can still write');
    const stored = await storedDocument(database().pool, documentId);
    expect(fingerprint(witness.doc)).toBe(fingerprint(stored));
    expect(beyond(expectation.least, stored)).toEqual([]);
    Y.applyUpdate(expectation.most, Y.encodeStateAsUpdate(witness.doc, Y.encodeStateVector(stored)));
    expect(beyond(stored, expectation.most).filter(([client]) => client !== witness.doc.clientID)).toEqual([]);
    expect(() => readContent(stored)).not.toThrow();
    witness.leave();
  }, 3_600_000);
});
