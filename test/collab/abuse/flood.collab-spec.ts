import { describe, expect, it } from '@jest/globals';
import { pause, until, usePlainDatabase } from '@konzeptwerkstatt/test-support';
import { RoomSocket } from '../room/room-socket.js';
import { useVictims } from './victims.js';

const QUERY_AWARENESS = Uint8Array.of(3);

const victims = useVictims(usePlainDatabase());

describe('a flood', () => {
  it('of messages is read more slowly, for the others nothing changes', async () => {
    let answers = 0;
    const counting = await RoomSocket.open({ port: victims().server.port, documentId: victims().documentId, name: 'mallory', onMessage: (message) => { if (message[0] === 1) answers++; } });
    for (let index = 0; index < 6_000; index++) counting.send(QUERY_AWARENESS);
    await pause(2_500);
    // What was saved up over ten seconds, and 200 in each second since.
    expect(answers).toBeGreaterThan(1_500);
    expect(answers).toBeLessThan(3_600);
    expect(counting.isOpen).toBe(true);
    await victims().expectUnharmed();
    counting.destroy();
  }, 15_000);

  it('that does not end is sent away after ten seconds of that, with a code after which one may come back', async () => {
    const flooder = await victims().open('greta');
    const since = Date.now();
    for (let index = 0; index < 6_000; index++) flooder.send(QUERY_AWARENESS);
    expect(await flooder.ended).toEqual({ code: 1013, reason: 'too fast' });
    expect(Date.now() - since).toBeGreaterThan(10_000);
    expect(Date.now() - since).toBeLessThan(15_000);
    await victims().expectUnharmed();
  }, 30_000);

  it('goes on no faster when its sender comes back at once, in several windows; her neighbours at the same address are not held back', async () => {
    let [answers, others] = [0, 0];
    const open = (name: string, onAnswer: () => void): Promise<RoomSocket> =>
      RoomSocket.open({ port: victims().server.port, documentId: victims().documentId, name, onMessage: (message) => { if (message[0] === 1) onAnswer(); } });
    const first = await open('trudy', () => answers++);
    for (let index = 0; index < 6_000; index++) first.send(QUERY_AWARENESS);
    await until(() => answers > 2_000, 'what she may send at once is answered');
    first.destroy();
    const before = answers;
    const windows = await Promise.all(Array.from({ length: 12 }, () => open('trudy', () => answers++)));
    const neighbour = await open('nora', () => others++);
    for (const one of windows) for (let index = 0; index < 1_900; index++) one.send(QUERY_AWARENESS);
    for (let index = 0; index < 1_500; index++) neighbour.send(QUERY_AWARENESS);
    await pause(2_000);
    expect(others).toBeGreaterThanOrEqual(1_500);
    // Each window by itself might send what it does: in all they may what five may.
    expect(answers - before).toBeGreaterThan(5_000);
    expect(answers - before).toBeLessThan(15_000);
    [neighbour, ...windows].forEach((socket) => socket.destroy());
    await victims().expectUnharmed();
  }, 20_000);
});
