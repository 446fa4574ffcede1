import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pause, until, usePlainDatabase } from '@konzeptwerkstatt/test-support';
import { RoomServer } from '../room/room-server.js';
import { RoomSocket, type Ending, type RoomSocketOptions } from '../room/room-socket.js';
import { createDocument } from '../room/stored-document.js';

const database = usePlainDatabase();
let server: RoomServer;
let documentId: string;
let addresses = 10;
beforeAll(async () => {
  server = await RoomServer.start({ databaseUrl: database().url });
}, 240_000);
beforeEach(async () => {
  documentId = await createDocument(database().pool);
});
afterAll(() => server?.kill());

/** How an attempt to come in ends; each test comes from an address of its own, because addresses are remembered. */
const ending = (options: Partial<RoomSocketOptions>, from = `127.0.0.${addresses}`): Promise<Ending> => new RoomSocket({ port: server.port, documentId, from, ...options }).ended;
beforeEach(() => void addresses++);
const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;

describe('who is not let in', () => {
  it.each<[string, Partial<RoomSocketOptions>, number]>([
    ['nobody signed in', {}, 4401],
    ['an older editor', { name: 'anna', query: '?schema=0' }, 4409],
    ['a schema that is no number', { name: 'anna', query: '?schema=neu' }, 4400],
    ['a foreign page', { name: 'anna', headers: { Origin: 'https://elsewhere.example' } }, 403],
    ['a page from nowhere', { name: 'anna', headers: { Origin: 'null' } }, 403],
    ['a cookie without the page it belongs to', { headers: { Cookie: 'session=anna' } }, 4401],
    ['a token in the address', { query: '?token=anna' }, 4401],
    ['a bearer token in the address', { query: '?authorization=Bearer%20anna&access_token=anna' }, 4401],
    ['a document that is none', { name: 'anna', documentId: 'nonsense' }, 4404],
    ['a path out of the rooms', { name: 'anna', documentId: '../health' }, 4404],
    ['an address longer than 4 KiB', { name: 'anna', query: `?x=${'x'.repeat(5000)}` }, 414],
  ])('%s', async (_who, options, code) => {
    expect((await ending(options)).code).toBe(code);
  });

  it('is told the same, and as quickly, about a document that is not there and one that is none of hers', async () => {
    await server.setRights('fremd', null);
    const took = { missing: [] as number[], foreign: [] as number[] };
    for (let round = 0; round < 9; round++) {
      for (const kind of ['missing', 'foreign'] as const) {
        const since = performance.now();
        const answer = await ending({ name: 'fremd', documentId: kind === 'missing' ? randomUUID() : documentId });
        took[kind].push(performance.now() - since);
        expect(answer).toEqual({ code: 4404, reason: 'not found' });
      }
    }
    expect(Math.abs(median(took.missing) - median(took.foreign))).toBeLessThan(20);
  });

  it('has asked for twenty documents that are not there: then for a while nothing is looked up', async () => {
    const codes: number[] = [];
    for (let guess = 0; guess < 25; guess++) codes.push((await ending({ name: 'rater', documentId: randomUUID() })).code);
    expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 4404));
    expect(codes.slice(20)).toEqual([4429, 4429, 4429, 4429, 4429]);
    expect((await ending({ name: 'rater', documentId: randomUUID() }, '127.0.0.3')).code).toBe(4429);
    // Her neighbours behind the same address are none the worse for it.
    expect((await ending({ name: 'nina', documentId: randomUUID() })).code).toBe(4404);
  });

  it('comes fifty times at once from one address and waits there: more are not taken, others are', async () => {
    const from = `127.0.0.${addresses}`;
    const inside = new Set<number>();
    const crowd = Array.from({ length: 70 }, (_, index) => new RoomSocket({ port: server.port, documentId, name: 'slow', from, onMessage: () => inside.add(index) }));
    const refused = crowd.map(async (socket) => (await Promise.race([socket.ended, pause(700)]))?.code);
    const other = await RoomSocket.open({ port: server.port, documentId, name: 'anna', from: '127.0.0.4' });
    expect((await Promise.all(refused)).filter((code) => code === 429)).toHaveLength(20);
    other.destroy();
    // Let in, they count no more.
    await until(() => inside.size === 50, 'fifty are let in');
    const next = await RoomSocket.open({ port: server.port, documentId, name: 'anna', from });
    next.destroy();
    crowd.forEach((socket) => socket.destroy());
  }, 15_000);

  it('has five hundred windows open: another is told so, until one of them is closed; her neighbours come in', async () => {
    const from = `127.0.0.${addresses}`;
    const windows: RoomSocket[] = [];
    const open = async (name: string): Promise<RoomSocket> => {
      let isInside = false;
      const socket = new RoomSocket({ port: server.port, documentId, name, from, onMessage: () => (isInside = true) });
      await until(() => isInside, 'she is let in');
      return socket;
    };
    // Fewer at once than may stand at the door.
    for (let twenties = 0; twenties < 25; twenties++) windows.push(...await Promise.all(Array.from({ length: 20 }, () => open('vera'))));
    expect(await ending({ name: 'vera' }, from)).toEqual({ code: 4429, reason: 'too many windows' });
    windows.push(await open('nora'));
    windows[0]!.destroy();
    await pause(200);
    windows.push(await open('vera'));
    expect((await ending({ name: 'vera' }, from)).code).toBe(4429);
    windows.forEach((socket) => socket.destroy());
  }, 20_000);

  it('does not say who she is within five seconds', async () => {
    const since = Date.now();
    expect((await ending({ name: 'never' })).code).toBe(1013);
    expect(Date.now() - since).toBeGreaterThan(4_000);
    expect(Date.now() - since).toBeLessThan(7_000);
  }, 15_000);
});

describe('compression', () => {
  it('is not offered, and a frame that says it is compressed ends its socket', async () => {
    const socket = await RoomSocket.open({ port: server.port, documentId, name: 'anna', headers: { 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits' } });
    expect(socket.handshake).not.toMatch(/permessage-deflate/i);
    socket.sendRaw(Uint8Array.of(0xc2, 0x81, 0, 0, 0, 0, 1));
    expect((await socket.ended).code).toBe(1002);
  });
});
