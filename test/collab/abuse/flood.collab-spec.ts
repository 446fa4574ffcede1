import { describe, expect, it } from '@jest/globals';
import { pause, usePlainDatabase } from '@konzeptwerkstatt/test-support';
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
    const flooder = await victims().open('mallory');
    for (let index = 0; index < 6_000; index++) flooder.send(QUERY_AWARENESS);
    const since = Date.now();
    expect(await flooder.ended).toEqual({ code: 1013, reason: 'too fast' });
    expect(Date.now() - since).toBeGreaterThan(10_000);
    expect(Date.now() - since).toBeLessThan(15_000);
    await victims().expectUnharmed();
  }, 30_000);
});
