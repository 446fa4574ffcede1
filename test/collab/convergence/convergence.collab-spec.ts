import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { usePlainDatabase } from '@konzeptwerkstatt/test-support';
import { beHonest, loseEvery } from '../room/lying-database.js';
import { RoomServer } from '../room/room-server.js';
import { firstSeed, scale } from '../scale.js';
import { RandomRun } from './random-run.js';

const OPERATIONS = 600;
/** Seeds that run beside each other on one server, which is killed once meanwhile: so each has a kill in it. */
const GROUP = 10;

const database = usePlainDatabase();
let server: RoomServer;
beforeAll(async () => {
  // The same five write in ten texts at once.
  server = await RoomServer.start({ databaseUrl: database().url, loaded: ['open-gate'], env: { UNHURRIED: 'yes' } });
}, 240_000);
afterAll(() => server?.kill());

/** Runs a group of seeds; where `killAt` is given, with a `kill -9` after so many of the operations. */
async function runGroup(seeds: readonly number[], killAt: number | null, operations = OPERATIONS, patience?: number): Promise<void> {
  const runs = await Promise.all(seeds.map((seed) => RandomRun.begin(seed, server.port, database().pool)));
  const before = killAt ?? operations;
  await Promise.all(runs.map((run) => run.apply(before)));
  if (killAt !== null) {
    // While it is away and comes back, they go on.
    await Promise.all([server.restart(), ...runs.map((run) => run.apply(Math.floor((operations - before) / 2)))]);
    await Promise.all(runs.map((run) => run.apply(Math.ceil((operations - before) / 2))));
  }
  await Promise.all(runs.map((run) => run.compare(patience)));
}

const groups = Array.from({ length: scale.seeds / GROUP }, (_, group) => Array.from({ length: GROUP }, (__, index) => firstSeed + group * GROUP + index));

describe('five users with 600 random changes each seed, over real sockets', () => {
  it.each(groups.map((seeds, index) => [seeds[0]!, seeds.at(-1)!, index, seeds] as const))('end alike, and as the database has it: seeds %i to %i', async (_first, _last, index, seeds) => {
    // Every tenth run and those beside it: early, late and in between.
    await runGroup(seeds, index % 10 === 0 ? 60 + ((index * 97) % 480) : null);
  }, 60_000);
});

describe('these tests', () => {
  it('notice a log that loses one row in eight', async () => {
    // Few enough rows heal when somebody who still has them comes back, and a slow machine writes few.
    await loseEvery(database().pool, 8);
    await expect(runGroup([firstSeed], null, OPERATIONS, 2_000)).rejects.toThrow(`seed ${firstSeed}`);
    await beHonest(database().pool);
  }, 30_000);

  it('notice a server that loses one message in ten on its way to the others', async () => {
    await server.restart(['open-gate', 'loses-messages']);
    await expect(runGroup([firstSeed], null, OPERATIONS, 2_000)).rejects.toThrow(`seed ${firstSeed}`);
    await server.restart();
  }, 30_000);
});
