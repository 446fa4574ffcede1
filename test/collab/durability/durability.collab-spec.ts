import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import * as prng from 'lib0/prng';
import { pause, until, usePlainDatabase } from '@konzeptwerkstatt/test-support';
import { beHonest, slowDown } from '../room/lying-database.js';
import { RoomServer } from '../room/room-server.js';
import { firstSeed, scale } from '../scale.js';
import { TypingRoom } from './typing-room.js';

const database = usePlainDatabase();
let server: RoomServer;
let room: TypingRoom | undefined;
beforeAll(async () => {
  server = await RoomServer.start({ databaseUrl: database().url });
}, 240_000);
afterEach(async () => {
  room?.leave();
  room = undefined;
  await beHonest(database().pool);
});
afterAll(() => server?.kill());

interface Run {
  readonly people: number;
  readonly wordsPerSecond: number;
  readonly kills: number;
  /** Shortest and longest time before a kill, in milliseconds. */
  readonly killAfter: readonly [number, number];
}

/** Types, kills at a random moment, looks into the database, starts again, and so on. */
async function typeAndKill({ people, wordsPerSecond, kills, killAfter }: Run, killed = server): Promise<void> {
  const random = prng.create(firstSeed + kills);
  room = await TypingRoom.open(killed, database().pool, people);
  for (let kill = 1; kill <= kills; kill++) {
    const before = room.acknowledged;
    const { words } = room;
    room.start(wordsPerSecond);
    const moment = prng.int32(random, ...killAfter);
    await pause(moment);
    await killed.kill();
    await pause(20);
    room.stop();
    // The pace was kept, whatever else this machine does.
    expect(room.words - words).toBeGreaterThan((wordsPerSecond * moment) / 1100);
    const name = `kill ${kill} after ${moment} ms, seed ${firstSeed}`;
    expect({ name, faults: await room.faults() }).toEqual({ name, faults: [] });
    await killed.restart();
    expect({ name, faults: await room.faultsForNewcomer() }).toEqual({ name, faults: [] });
    await room.comeBack();
    // Otherwise nothing would have been tested.
    if (moment > 200) expect(room.acknowledged).toBeGreaterThan(before);
  }
  expect(await room.faultsInTheEnd()).toEqual([]);
}

async function whileCompacting(loaded: readonly string[], work: (compacting: RoomServer) => Promise<void>): Promise<void> {
  const compacting = await RoomServer.start({ databaseUrl: database().url, loaded, env: { COMPACTING: 'without pause' } });
  try {
    await work(compacting);
  } finally {
    await compacting.kill();
  }
}

async function timesFolded(documentId: string): Promise<number> {
  const { rows } = await database().pool.query<{ version: number }>('SELECT version::int FROM engine.document_snapshot WHERE document_id = $1', [documentId]);
  return rows[0]?.version ?? 0;
}

describe('a server that is killed', () => {
  it('loses nothing that was seen or acknowledged while people type', async () => {
    await typeAndKill({ people: 5, wordsPerSecond: 100, kills: scale.steadyKills, killAfter: [20, 700] });
  }, 600_000);

  it('loses nothing that was seen or acknowledged during 3,000 updates a second', async () => {
    await typeAndKill({ people: 20, wordsPerSecond: 3000, kills: scale.burstKills, killAfter: [250, 900] });
  }, 600_000);

  it('loses nothing while the log is folded into the snapshot without pause', async () => {
    await whileCompacting([], async (compacting) => {
      const kills = Math.ceil(scale.burstKills / 2);
      await typeAndKill({ people: 5, wordsPerSecond: 100, kills, killAfter: [800, 2_000] }, compacting);
      // Otherwise nothing would have been folded.
      expect(await timesFolded(room!.documentId)).toBeGreaterThanOrEqual(kills);
    });
  }, 600_000);

  it('loses nothing when each commit takes a quarter of a second', async () => {
    await slowDown(database().pool, 0.25);
    await typeAndKill({ people: 5, wordsPerSecond: 300, kills: 2, killAfter: [600, 900] });
  }, 60_000);
});

describe('these tests', () => {
  it.each(['empties-log-first', 'folds-unread-rows'])('notice a server that %s', async (broken) => {
    await whileCompacting([broken], async (compacting) => {
      room = await TypingRoom.open(compacting, database().pool, 5);
      const faults: string[] = [];
      // A kill may fall between two foldings.
      for (let kill = 1; kill <= 5 && faults.length === 0; kill++) {
        room.start(200);
        await pause(500);
        await compacting.kill();
        room.stop();
        faults.push(...(await room.faults()));
        await compacting.restart();
        await room.comeBack();
      }
      expect(faults).toEqual(expect.arrayContaining([expect.stringContaining('lost although acknowledged')]));
    });
  }, 60_000);

  /** @returns the faults that are found after one kill, once much was acknowledged and seen */
  async function faultsOf(broken: string): Promise<string[]> {
    await server.restart([broken]);
    room = await TypingRoom.open(server, database().pool, 5);
    await slowDown(database().pool, 0.25);
    room.start(200);
    await until(() => room!.seen > 60 && room!.acknowledged > 60, 'words are seen and acknowledged', 10_000);
    await server.kill();
    room.stop();
    const faults = await room.faults();
    await beHonest(database().pool);
    await server.restart([broken]);
    return [...faults, ...(await room.faultsForNewcomer())];
  }

  it.each([
    ['sends-before-commit', 'lost although seen'],
    ['acknowledges-before-commit', 'lost although acknowledged'],
    ['drops-tail-at-start', 'acknowledged and not shown after the restart'],
  ])('notice a server that %s', async (broken, complaint) => {
    expect(await faultsOf(broken)).toEqual(expect.arrayContaining([expect.stringContaining(complaint)]));
  }, 30_000);
});
