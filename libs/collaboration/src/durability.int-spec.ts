import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createPgPool } from '@konzeptwerkstatt/platform-database';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { readVarUint, createDecoder } from 'lib0/decoding';
import type { Pool } from 'pg';
import { CollaborationRig, textOf, until, type Client } from '../test/collaboration-rig.js';

const database = useTestDatabase();

function acknowledgedBy({ provider }: Client): { count: number } {
  const seen = { count: 0 };
  provider.messageHandlers[121] = (_encoder, decoder) => { seen.count = readVarUint(decoder); };
  return seen;
}

describe('what is shown is saved', () => {
  let rig: CollaborationRig;
  let logPool: Pool;
  beforeEach(async () => {
    logPool = createPgPool(database().url, { max: 4 });
    rig = new CollaborationRig(database(), { logPool });
    await rig.start();
  });
  afterEach(async () => {
    await rig.stop();
    await logPool.end();
  });

  it('shows and acknowledges nothing while the database hangs, and everything afterwards', async () => {
    const documentId = await rig.createDocument();
    const anna = rig.connect(documentId, 'anna', { params: { acks: '1' } });
    const acknowledged = acknowledgedBy(anna);
    await until(() => anna.provider.synced);
    const bela = await rig.connected(documentId, 'bela');
    anna.words.insert(0, 'a');
    await until(() => textOf(bela.doc) === 'a' && acknowledged.count > 0);
    const before = acknowledged.count;
    const blocker = await database().pool.connect();
    await blocker.query('BEGIN');
    await blocker.query('LOCK TABLE engine.document_update IN EXCLUSIVE MODE');
    try {
      anna.words.insert(1, 'b');
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect(textOf(bela.doc)).toBe('a');
      expect(acknowledged.count).toBe(before);
    } finally {
      await blocker.query('COMMIT');
      blocker.release();
    }
    await until(() => textOf(bela.doc) === 'ab' && acknowledged.count === before + 1);
  });

  it('acknowledges only to clients that asked', async () => {
    const documentId = await rig.createDocument();
    const anna = await rig.connected(documentId, 'anna');
    const types = new Set<number>();
    (anna.provider.ws as unknown as { addEventListener(type: 'message', listener: (event: { data: ArrayBuffer }) => void): void })
      .addEventListener('message', ({ data }) => types.add(readVarUint(createDecoder(new Uint8Array(data)))));
    anna.words.insert(0, 'a');
    await until(async () => textOf(await rig.stored(documentId)) === 'a');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(types.has(121)).toBe(false);
  });

  it('repeats a commit whose answer was lost without writing it twice', async () => {
    const documentId = await rig.createDocument();
    const anna = await rig.connected(documentId, 'anna');
    const bela = await rig.connected(documentId, 'bela');
    anna.words.insert(0, '.');
    await until(() => textOf(bela.doc) === '.');
    const count = async (): Promise<number> => {
      const { rows: [row] } = await database().pool.query<{ count: number }>('SELECT count(*)::int AS count FROM engine.document_update WHERE document_id = $1', [documentId]);
      return row!.count;
    };
    const before = await count();
    const query: (...values: unknown[]) => Promise<unknown> = logPool.query.bind(logPool);
    let lost = 0;
    logPool.query = (async (...values: unknown[]) => {
      const answer = await query(...values);
      if ((values[0] as { name?: string }).name !== 'collaboration-append' || lost++ > 0) return answer;
      throw new Error('Connection terminated unexpectedly');
    }) as typeof logPool.query;
    anna.words.insert(0, 'einmal');
    await until(() => textOf(bela.doc) === 'einmal.');
    expect(lost).toBeGreaterThan(1);
    expect(await count()).toBe(before + 1);
  });
});

describe('a server that is killed while two people type', () => {
  const script = fileURLToPath(new URL('../test/room-process.mjs', import.meta.url));
  const start = async (port: number): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [script, database().url, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    return child;
  };

  it('has after its restart all that the other had seen, and nothing twice', async () => {
    const port = await freePort();
    const rig = new CollaborationRig(database(), {}, port);
    const documentId = await rig.createDocument();
    let child = await start(port);
    const anna = await rig.connected(documentId, 'anna');
    const bela = await rig.connected(documentId, 'bela');
    anna.words.insert(0, '|');
    await until(() => textOf(bela.doc) === '|');
    for (let round = 0; round < 3; round++) {
      let typed = 0;
      const typing = setInterval(() => (++typed % 2 === 0 ? anna : bela).words.insert(0, `[${round}.${typed}]`), 3);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const dead = once(child, 'exit');
      child.kill('SIGKILL');
      await dead;
      const seen = textOf(anna.doc).match(/\[\d+\.\d+\]/g) ?? [];
      const seenOfOthers = new Set(seen.filter((token) => textOf(bela.doc).includes(token)));
      clearInterval(typing);
      const stored = textOf(await rig.stored(documentId));
      for (const token of seenOfOthers) expect(stored).toContain(token);
      child = await start(port);
      await until(() => textOf(anna.doc) === textOf(bela.doc) && anna.provider.synced && bela.provider.synced, 15_000);
    }
    await until(async () => textOf(await rig.stored(documentId)) === textOf(anna.doc));
    const tokens = textOf(anna.doc).match(/\[\d+\.\d+\]/g) ?? [];
    expect(new Set(tokens).size).toBe(tokens.length);
    await rig.stop();
    child.kill('SIGKILL');
  }, 60_000);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
