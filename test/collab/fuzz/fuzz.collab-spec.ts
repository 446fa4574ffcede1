import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import * as prng from 'lib0/prng';
import { until, usePlainDatabase } from '@konzeptwerkstatt/test-support';
import { faultsOfLog } from '../room/log-faults.js';
import { Peer } from '../room/peer.js';
import { Pulse } from '../room/pulse.js';
import { RoomServer } from '../room/room-server.js';
import { createDocument, fingerprint, storedDocument, storedUpdates } from '../room/stored-document.js';
import { firstSeed, scale } from '../scale.js';
import { Attack } from './attack.js';

const LONGEST_STALL_MS = 500;
const REFUSALS = [4400, 4413, 4422];
/** So many frames go into one document; of more it would be full. */
const FRAMES_EACH = 20_000;
/** Enough for every kind of fault to come about that a broken server lets happen. */
const FRAMES_TO_NOTICE = 3_000;

const database = usePlainDatabase();
let server: RoomServer;
beforeAll(async () => {
  // One sender stands for many attackers.
  server = await RoomServer.start({ databaseUrl: database().url, env: { UNHURRIED: 'yes' } });
}, 240_000);
afterAll(() => server?.kill());

/** A fresh document with somebody honest at work in it. */
interface Scene {
  readonly documentId: string;
  readonly witness: Peer;
}

async function openScene(): Promise<Scene> {
  const documentId = await createDocument(database().pool);
  const witness = await Peer.join({ port: server.port, documentId, name: 'anna' });
  appendBlocks(witness.doc, [{ type: 'paragraph', text: 'Das bleibt.' }]);
  return { documentId, witness };
}

/** What is wrong with what an attack has left behind. */
async function faultsAfter(attack: Attack, { documentId, witness }: Scene): Promise<string[]> {
  const rows = await storedUpdates(database().pool, documentId);
  return [...faultsOfLog(rows), ...attack.faultsOfStored(rows, witness.doc.clientID)];
}

describe('mutated frames', () => {
  const fates = new Map<string, number>();
  const faults: string[] = [];
  let scene: Scene;
  let longest = 0;
  beforeAll(async () => {
    const random = prng.create(firstSeed);
    for (let left = scale.frames; left > 0 && server.isRunning; left -= FRAMES_EACH) {
      scene?.witness.leave();
      scene = await openScene();
      const pulse = await Pulse.of(server, scene.documentId);
      const attack = await Attack.on(server, scene.documentId, Math.min(left, FRAMES_EACH), random);
      // Of a server that has fallen over nothing more is to be heard.
      longest = server.isRunning ? Math.max(longest, await pulse.stop()) : Infinity;
      for (const [fate, times] of attack.fates) fates.set(fate, (fates.get(fate) ?? 0) + times);
      faults.push(...(await faultsAfter(attack, scene)));
    }
  }, 240_000 + 10 * scale.frames);
  afterAll(() => scene?.witness.leave());

  it('crash nothing and stall nobody', () => {
    expect(server.isRunning).toBe(true);
    expect({ seed: firstSeed, longest: longest < LONGEST_STALL_MS ? 'fine' : longest }).toEqual({ seed: firstSeed, longest: 'fine' });
  });

  it('are refused, many of them, in the words of this house', () => {
    const codes = [...fates.keys()].map(Number).filter((code) => !Number.isNaN(code));
    expect(REFUSALS).toEqual(expect.arrayContaining(codes));
    // Otherwise too little would have been tried.
    expect(fates.get('4422')).toBeGreaterThan(scale.frames / 4);
    expect(fates.get('acknowledged')).toBeGreaterThan(scale.frames / 50);
  });

  it('leave nothing in the log that was not acknowledged or that some client cannot read, and all that was acknowledged', () => {
    expect({ seed: firstSeed, faults }).toEqual({ seed: firstSeed, faults: [] });
  });

  it('do not keep the others from writing, or from seeing what is stored', async () => {
    const { witness, documentId } = scene;
    appendBlocks(witness.doc, [{ type: 'paragraph', text: 'Und weiter.' }]);
    await until(() => witness.isSaved, 'the witness can still write');
    await until(async () => fingerprint(witness.doc) === fingerprint(await storedDocument(database().pool, documentId)), 'she sees what is stored');
    expect(witness.complaints).toEqual([]);
  });
});

describe('these tests', () => {
  it.each([
    ['any-client-order', /clients out of order|a clock twice/],
    ['ignores-gaps', /acknowledged and not stored/],
    ['open-gate', /names the document model does not know/],
  ])('notice a server with %s', async (broken, fault) => {
    await server.restart([broken]);
    const scene = await openScene();
    const attack = await Attack.on(server, scene.documentId, FRAMES_TO_NOTICE, prng.create(firstSeed));
    scene.witness.leave();
    expect((await faultsAfter(attack, scene)).join()).toMatch(fault);
  }, 60_000);
});
