import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import { until, type PlainDatabase } from '@konzeptwerkstatt/test-support';
import { Peer } from '../room/peer.js';
import { Pulse } from '../room/pulse.js';
import { RoomServer } from '../room/room-server.js';
import { RoomSocket, syncMessage, type Ending } from '../room/room-socket.js';
import { createDocument, fingerprint, storedDocument } from '../room/stored-document.js';

const LONGEST_STALL_MS = 500;

/** Two people at work in a document that somebody attacks. */
export interface Victims {
  readonly server: RoomServer;
  readonly documentId: string;
  readonly anna: Peer;
  readonly bela: Peer;
  /** Sends an update as somebody else. @returns how the socket ended */
  attack(...updates: readonly Uint8Array[]): Promise<Ending>;
  open(name: string, query?: string): Promise<RoomSocket>;
  /** Waits until everybody is saved and agrees with the database. */
  expectUnharmed(): Promise<void>;
  /** What must not have changed. */
  print(): Promise<string>;
}

/** One server for a suite; for each test a fresh document with two people in it, and the server's pulse is felt throughout. */
export function useVictims(database: () => PlainDatabase): () => Victims {
  let server: RoomServer;
  let victims: Victims;
  let pulse: Pulse;
  const sockets: RoomSocket[] = [];
  beforeAll(async () => {
    server = await RoomServer.start({ databaseUrl: database().url });
  }, 240_000);
  beforeEach(async () => {
    const documentId = await createDocument(database().pool);
    const anna = await Peer.join({ port: server.port, documentId, name: 'anna' });
    const bela = await Peer.join({ port: server.port, documentId, name: 'bela' });
    appendBlocks(anna.doc, [{ type: 'paragraph', text: 'Das bleibt.' }]);
    await until(() => bela.text === 'Das bleibt.' && anna.isSaved, 'the text is there');
    const open = async (name: string, query = '?acks=1'): Promise<RoomSocket> => {
      const socket = await RoomSocket.open({ port: server.port, documentId, name, query });
      sockets.push(socket);
      return socket;
    };
    victims = {
      server, documentId, anna, bela, open,
      attack: async (...updates) => {
        const socket = await open('mallory');
        updates.forEach((update) => socket.send(syncMessage(2, update)));
        return socket.ended;
      },
      print: async () => fingerprint(await storedDocument(database().pool, documentId)),
      expectUnharmed: async () => {
        appendBlocks(anna.doc, [{ type: 'paragraph', text: 'Und weiter.' }]);
        await until(() => anna.isSaved && bela.text.endsWith('Und weiter.'), 'work goes on');
        expect([fingerprint(anna.doc), fingerprint(bela.doc)]).toEqual([await victims.print(), await victims.print()]);
        expect([...anna.complaints, ...bela.complaints]).toEqual([]);
      },
    };
    pulse = await Pulse.of(server, documentId);
  });
  afterEach(async () => {
    const longest = await pulse.stop();
    sockets.splice(0).forEach((socket) => socket.destroy());
    victims.anna.leave();
    victims.bela.leave();
    expect(server.isRunning).toBe(true);
    expect(longest).toBeLessThan(LONGEST_STALL_MS);
  });
  afterAll(() => server?.kill());
  return () => victims;
}
