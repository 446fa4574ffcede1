import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createPgPool } from '@konzeptwerkstatt/platform-database';
import { pause, TcpProxy, until } from '@konzeptwerkstatt/test-support';
import type { Pool } from 'pg';
import { TypingRoom } from '../durability/typing-room.js';
import { faultsOfLog } from '../room/log-faults.js';
import { OwnPostgres } from '../room/own-postgres.js';
import { RoomServer } from '../room/room-server.js';
import { storedUpdates } from '../room/stored-document.js';
import { scale } from '../scale.js';

/** How soon everything is as before once the database is back, in milliseconds. */
const RECOVERED_WITHIN = 10_000;

let postgres: OwnPostgres;
let pool: Pool;
let server: RoomServer;
let room: TypingRoom | undefined;
beforeAll(async () => {
  postgres = await OwnPostgres.start();
  pool = createPgPool(postgres.url, { max: 3, name: 'test' });
  server = await RoomServer.start({ databaseUrl: postgres.url });
}, 240_000);
afterEach(() => {
  room?.leave();
  room = undefined;
});
afterAll(async () => {
  await server?.kill();
  await pool?.end();
  await postgres?.remove();
}, 30_000);

/** What is wrong once the database has stored what people typed and none of its answers has reached the server. */
async function faultsAfterLostAnswers(loaded: readonly string[]): Promise<string[]> {
  const network = await TcpProxy.start(() => Number(new URL(postgres.url).port));
  const throughNetwork = new URL(postgres.url);
  throughNetwork.port = String(network.port);
  const forgetful = await RoomServer.start({ databaseUrl: throughNetwork.href, loaded });
  try {
    room = await TypingRoom.open(forgetful, pool, 4);
    const { documentId } = room;
    const rows = async (): Promise<number> => (await storedUpdates(pool, documentId)).length;
    for (let round = 0; round < 3; round++) {
      room.start(100);
      const { seen } = room;
      await until(() => room!.seen > seen + 20, 'people type');
      const before = await rows();
      network.silence('down');
      await until(async () => (await rows()) > before, 'a commit that nobody answers');
      network.drop();
      network.restore();
      room.stop();
      await until(async () => {
        await room!.comeBackIfCut();
        return room!.isSaved;
      }, 'everything is saved', RECOVERED_WITHIN);
    }
    return [...(await room.faultsInTheEnd()), ...faultsOfLog(await storedUpdates(pool, documentId))];
  } finally {
    await forgetful.kill();
    await network.close();
  }
}

/** Types while the database is away. @returns how much was acknowledged and seen meanwhile */
async function typeWithout(takeAway: () => Promise<void>, bringBack: () => Promise<void>): Promise<{ acknowledged: number; seen: number; typed: number }> {
  room!.start(100);
  await until(() => room!.seen > 20, 'people type');
  await takeAway();
  // What was on its way is there by now.
  await pause(300);
  const before = { acknowledged: room!.acknowledged, seen: room!.seen, typed: room!.words };
  await pause(800);
  const meanwhile = { acknowledged: room!.acknowledged - before.acknowledged, seen: room!.seen - before.seen, typed: room!.words - before.typed };
  await bringBack();
  room!.stop();
  return meanwhile;
}

describe('while the database is gone', () => {
  it.each([
    ['killed with all its processes', () => postgres.kill()],
    ['restarted in order', () => postgres.stop()],
  ])('(%s) people type on, nothing is acknowledged or sent on, and everything arrives once it is back', async (_how, takeAway) => {
    for (let round = 0; round < scale.databaseKills / 2; round++) {
      room = await TypingRoom.open(server, pool, 4);
      const meanwhile = await typeWithout(takeAway, () => postgres.restart());
      expect(meanwhile.typed).toBeGreaterThan(40);
      expect(meanwhile).toMatchObject({ acknowledged: 0, seen: 0 });
      const back = performance.now();
      await until(async () => {
        await room!.comeBackIfCut();
        return room!.isSaved;
      }, 'everything is saved', RECOVERED_WITHIN);
      expect(performance.now() - back).toBeLessThan(RECOVERED_WITHIN);
      expect(await room.faultsInTheEnd()).toEqual([]);
      expect(server.isRunning).toBe(true);
      room.leave();
    }
  }, 600_000);

  it('a connection of the server that is ended costs nothing but a moment', async () => {
    room = await TypingRoom.open(server, pool, 4);
    room.start(200);
    for (let round = 0; round < 5; round++) {
      await pause(150);
      await pool.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> 'test'");
    }
    room.stop();
    await until(async () => {
      await room!.comeBackIfCut();
      return room!.isSaved;
    }, 'everything is saved', RECOVERED_WITHIN);
    expect(await room.faultsInTheEnd()).toEqual([]);
  }, 60_000);

  it('answers that are lost on their way have nothing stored twice', async () => {
    expect(await faultsAfterLostAnswers([])).toEqual([]);
  }, 90_000);

  it.each([
    ['stores a row again under a new number', 'numbers-anew', 'the log has the same row twice'],
    ['takes a commit without an answer for none', 'gives-up-at-once', 'a clock twice'],
  ])('a server that %s would be noticed', async (_what, broken, fault) => {
    expect(await faultsAfterLostAnswers([broken])).toContain(fault);
  }, 90_000);
});
