import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import { pause, TcpProxy, until, usePlainDatabase } from '@konzeptwerkstatt/test-support';
import { Peer } from '../room/peer.js';
import { cursorsSeenBy, showCursor } from '../room/cursor.js';
import { RoomServer } from '../room/room-server.js';
import { createDocument, fingerprint, storedDocument } from '../room/stored-document.js';
import { scale } from '../scale.js';

const database = usePlainDatabase();
let server: RoomServer;
let network: TcpProxy;
let documentId: string;
let anna: Peer;
let bela: Peer;
beforeAll(async () => {
  server = await RoomServer.start({ databaseUrl: database().url });
  network = await TcpProxy.start(() => server.port);
}, 240_000);
beforeEach(async () => {
  documentId = await createDocument(database().pool);
  anna = await Peer.join({ port: server.port, documentId, name: 'anna' });
  // Between her and the server lies what breaks.
  bela = await Peer.join({ port: network.port, documentId, name: 'bela' });
});
afterEach(() => {
  network.restore();
  anna.leave();
  bela.leave();
});
afterAll(async () => {
  await network?.close();
  await server?.kill();
});

const write = (peer: Peer, text: string): unknown => appendBlocks(peer.doc, [{ type: 'paragraph', text }]);

async function expectAgreement(): Promise<void> {
  await until(() => anna.isSaved && bela.isSaved, 'both are saved', 10_000);
  await until(async () => new Set([anna.doc, bela.doc, await storedDocument(database().pool, documentId)].map(fingerprint)).size === 1, 'both and the database agree', 10_000);
}

describe('a network that', () => {
  it('is cut: both write on, and both have everything once it is back', async () => {
    write(bela, 'vorher');
    await until(() => anna.text.includes('vorher'), 'the first words arrive');
    network.cut();
    write(bela, 'ohne Netz');
    write(anna, 'mit Netz');
    await until(() => anna.isSaved, 'the other is saved');
    expect(anna.text).not.toContain('ohne Netz');
    network.restore();
    await bela.reconnect();
    await expectAgreement();
    expect(anna.text).toContain('ohne Netz');
    expect(bela.text).toContain('mit Netz');
  });

  it('falls silent: words sent into it are not taken for saved, and arrive once on coming back', async () => {
    network.silence();
    write(bela, 'ins Leere');
    write(anna, 'nebenan');
    await until(() => anna.isSaved, 'the other is saved');
    await pause(500);
    expect(bela.isSaved).toBe(false);
    bela.cut();
    network.restore();
    await bela.reconnect();
    await expectAgreement();
    expect(anna.text.match(/ins Leere/g)).toHaveLength(1);
  });

  it('flaps: nothing is lost or doubled, and nobody is there twice', async () => {
    const cursors = cursorsSeenBy(anna);
    for (const end = Date.now() + scale.flappingMs; Date.now() < end; ) {
      network.drop();
      write(bela, `[${Date.now()}]`);
      await bela.reconnect();
      showCursor(bela);
      write(bela, `[${Date.now()}]`);
      // Twenty times a minute at night; here more often, because there is less time.
      await pause(scale.flappingMs > 60_000 ? 3000 : 250);
    }
    await expectAgreement();
    network.drop();
    // As after reloading the page: a new document, and the old one never said goodbye.
    bela = await Peer.join({ port: network.port, documentId, name: 'bela' });
    showCursor(bela);
    await until(() => cursors.has(bela.doc.clientID) && [...cursors.values()].filter((name) => name === 'bela').length === 1, 'one cursor is left');
  }, scale.flappingMs + 30_000);
});
