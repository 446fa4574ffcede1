import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import { pause, until, type PlainDatabase } from '@konzeptwerkstatt/test-support';
import { cursorsSeenBy, showCursor } from '../room/cursor.js';
import { Peer } from '../room/peer.js';
import { RoomServer } from '../room/room-server.js';
import { createDocument, fingerprint, storedDocument } from '../room/stored-document.js';

/** How soon the other node shows what one has, in milliseconds. */
export const ACROSS_WITHIN = 1_000;
/** How soon after lost messages, or a lost node. */
export const MADE_UP_WITHIN = 12_000;
const CURSORS_GONE_WITHIN = 20_000;

/** Two nodes with somebody at each, in one document. */
export interface Nodes {
  readonly servers: readonly RoomServer[];
  readonly anna: Peer;
  readonly bela: Peer;
  readonly documentId: string;
}

/** What two nodes do whatever carries their messages. @returns the nodes of the test that runs */
export function describeNodes(database: () => PlainDatabase, env: () => Record<string, string>): () => Nodes {
  let nodes: Nodes;
  let servers: RoomServer[];
  beforeAll(async () => {
    servers = await Promise.all([0, 1].map(() => RoomServer.start({ databaseUrl: database().url, env: env() })));
  }, 240_000);
  beforeEach(async () => {
    for (const server of servers) if (!server.isRunning) await server.restart();
    const documentId = await createDocument(database().pool);
    const [anna, bela] = await Promise.all(servers.map(({ port }, index) => Peer.join({ port, documentId, name: index === 0 ? 'anna' : 'bela' })));
    nodes = { servers, anna: anna!, bela: bela!, documentId };
  });
  afterEach(() => {
    nodes.anna.leave();
    nodes.bela.leave();
  });
  afterAll(() => Promise.all((servers ?? []).map((server) => server.kill())));

  it('show each other’s words and cursors within a second', async () => {
    const { anna, bela } = nodes;
    const cursors = cursorsSeenBy(bela);
    for (const round of [1, 2, 3]) {
      write(anna, `hin ${round}`);
      await until(() => bela.text.includes(`hin ${round}`), 'words cross', ACROSS_WITHIN);
      write(bela, `her ${round}`);
      await until(() => anna.text.includes(`her ${round}`), 'words cross back', ACROSS_WITHIN);
    }
    showCursor(anna);
    await until(() => cursors.get(anna.doc.clientID) === 'anna', 'the cursor crosses', ACROSS_WITHIN);
  });

  it('make up for messages that were lost: they cost a delay, never an update', async () => {
    const { anna, bela } = nodes;
    for (let round = 0; round < 3; round++) {
      await database().pool.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'");
      for (let index = 0; index < 10; index++) write(index % 2 === 0 ? anna : bela, `[${round}.${index}]`);
      await pause(50);
    }
    await expectAgreement(nodes, database(), MADE_UP_WITHIN);
  }, 30_000);

  it('let nobody’s cursor stay whose node has died, and go on without it', async () => {
    const { anna, bela, servers: [, other] } = nodes;
    const cursors = cursorsSeenBy(anna);
    showCursor(bela);
    await until(() => cursors.has(bela.doc.clientID), 'the cursor crosses', ACROSS_WITHIN);
    write(bela, 'zuletzt');
    await until(() => bela.isSaved, 'the last words are saved');
    await other!.kill();
    await until(() => anna.text.includes('zuletzt'), 'the last words arrive', MADE_UP_WITHIN);
    await until(() => !cursors.has(bela.doc.clientID), 'the cursor goes', CURSORS_GONE_WITHIN);
    write(anna, 'weiter');
    await until(() => anna.isSaved, 'the other goes on');
  }, 45_000);

  return () => nodes;
}

export const write = (peer: Peer, text: string): unknown => appendBlocks(peer.doc, [{ type: 'paragraph', text }]);

/** Both and the database agree, in time. */
export async function expectAgreement({ anna, bela, documentId }: Nodes, { pool }: PlainDatabase, ms: number): Promise<void> {
  await until(() => anna.isSaved && bela.isSaved, 'both are saved', ms);
  await until(async () => new Set([anna.doc, bela.doc, await storedDocument(pool, documentId)].map(fingerprint)).size === 1, 'both and the database agree', ms);
  expect(anna.complaints.concat(bela.complaints)).toEqual([]);
}
