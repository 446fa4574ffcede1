import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TcpProxy, until, usePlainDatabase } from '@konzeptwerkstatt/test-support';
import { cursorsSeenBy, showCursor } from '../room/cursor.js';
import { Peer } from '../room/peer.js';
import { RoomServer } from '../room/room-server.js';
import { createDocument } from '../room/stored-document.js';

/** The server asks every 15 s whether somebody is there, and lets go of who has not answered at the next time. */
const NOTICED_WITHIN = 32_000;

const database = usePlainDatabase();
let server: RoomServer;
let network: TcpProxy;
beforeAll(async () => {
  server = await RoomServer.start({ databaseUrl: database().url });
  network = await TcpProxy.start(() => server.port);
}, 240_000);
afterAll(async () => {
  await network?.close();
  await server?.kill();
});

it('a network that falls silent for good is noticed by the server, and nobody is shown who is not there', async () => {
  const documentId = await createDocument(database().pool);
  const anna = await Peer.join({ port: server.port, documentId, name: 'anna' });
  const bela = await Peer.join({ port: network.port, documentId, name: 'bela' });
  const cursors = cursorsSeenBy(anna);
  showCursor(bela);
  await until(() => cursors.has(bela.doc.clientID), 'the cursor is seen');
  network.silence();
  const took = await until(() => !cursors.has(bela.doc.clientID), 'the cursor goes', NOTICED_WITHIN);
  expect(took).toBeGreaterThan(1_000);
  anna.leave();
  bela.leave();
}, NOTICED_WITHIN + 10_000);
