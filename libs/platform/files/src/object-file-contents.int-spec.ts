import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@konzeptwerkstatt/kernel';
import { restoreBackup, writeBackup, type Transaction } from '@konzeptwerkstatt/platform-database';
import { createPgPool } from '@konzeptwerkstatt/platform-database/pool';
import { checkout, useTestDatabase } from '@konzeptwerkstatt/test-support';
import S3rver from 's3rver';
import { inPieces } from './content-pieces.js';
import { FilePurposeRegistry } from './file-purpose.registry.js';
import { FileStore } from './file-store.js';
import { ObjectBucket } from './object-bucket.js';
import { ObjectFileContents } from './object-file-contents.js';
import { openObjectBucket } from './open-object-bucket.js';
import { PostgresFileContents } from './postgres-file-contents.js';
import { RemoveLooseFilesProcessor } from './remove-loose-files.processor.js';
import type { StoredFile } from './stored-file.js';

const database = useTestDatabase();
const municipalityId = newId();
const purpose = 'testing.document';
let folder: string;
let server: S3rver;
let host: string;
let bucket: ObjectBucket;
let contents: ObjectFileContents;
let store: FileStore;

const purposes = new FilePurposeRegistry();
purposes.register({ name: purpose, mediaTypes: ['application/pdf'], maxBytes: 2_000_000, mayUpload: async () => true, mayRead: async () => true });

const pdf = (bytes: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)]);
const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => database().prisma.runInTransaction(work);
const put = (content: Buffer, into = store): Promise<StoredFile> =>
  inTransaction((tx) => into.store(tx, { municipalityId, purpose, name: 'bericht.pdf', content, uploadedBy: null, keptBy: 'testing.thing/1' }));
const storeIn = (place: ObjectFileContents | PostgresFileContents): FileStore => new FileStore(database().prisma, place, purposes, { fileQuotaBytes: 50_000_000 });

async function joined(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

const isInBucket = async (id: string): Promise<boolean> => joined(bucket.get(id)).then(() => true, () => false);
const chunksOf = async (id: string): Promise<number> => (await database().pool.query('SELECT FROM engine.stored_file_chunk WHERE file_id = $1', [id])).rowCount ?? 0;

/** A day goes by for everything that waits for it. */
async function cleanAfterADay(): Promise<void> {
  const cleaner = new RemoveLooseFilesProcessor(database().prisma, contents);
  await cleaner.process({}, new AbortController().signal);
  await database().pool.query(`UPDATE engine.stored_object SET orphaned_at = orphaned_at - interval '25 hours'`);
  await cleaner.process({}, new AbortController().signal);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'object-store-'));
  server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: join(folder, 'objects'), configureBuckets: [{ name: 'konzept', configs: [] }] });
  host = `127.0.0.1:${(await server.run()).port}`;
  bucket = new ObjectBucket(`http://S3RVER:S3RVER@${host}/konzept`);
  contents = new ObjectFileContents(database().prisma, bucket);
  store = storeIn(contents);
});
afterAll(async () => {
  contents.onApplicationShutdown();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a file in an object store', () => {
  it('comes back byte for byte, and none of it lies in the database', async () => {
    const content = pdf(700_000);
    const file = await put(content);
    expect((await joined(store.read(file))).equals(content)).toBe(true);
    expect(await chunksOf(file.id)).toBe(0);
  });

  it('leaves nothing behind when the change it belongs to fails', async () => {
    let id = '';
    const work = inTransaction(async (tx) => {
      ({ id } = await store.store(tx, { municipalityId, purpose, name: 'x', content: pdf(10), uploadedBy: null, keptBy: null }));
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await isInBucket(id)).toBe(true);
    await cleanAfterADay();
    expect(await isInBucket(id)).toBe(false);
  });

  it('goes a day after it was removed, and others stay', async () => {
    const [gone, kept] = [await put(pdf(10)), await put(pdf(10))];
    await inTransaction((tx) => store.remove(tx, municipalityId, [gone.id]));
    await new RemoveLooseFilesProcessor(database().prisma, contents).process({}, new AbortController().signal);
    expect(await isInBucket(gone.id)).toBe(true);
    await cleanAfterADay();
    expect([await isInBucket(gone.id), await isInBucket(kept.id)]).toEqual([false, true]);
  });

  it('says so when a part of it is missing', async () => {
    const file = await put(pdf(1000));
    await bucket.put(file.id, pdf(10));
    await expect(joined(store.read(file))).rejects.toThrow('has 19 bytes instead of 1009');
  });

  it('is read from the database when it was stored there before, and removed there', async () => {
    const content = pdf(300_000);
    const file = await put(content, storeIn(new PostgresFileContents(database().prisma)));
    expect((await joined(store.read(file))).equals(content)).toBe(true);
    await inTransaction((tx) => store.remove(tx, municipalityId, [file.id]));
    expect(await chunksOf(file.id)).toBe(0);
  });

  it('is part of a backup, from which it comes back without the store', async () => {
    const content = pdf(600_000);
    const { id, byteSize } = await put(content);
    const file = join(folder, 'all.backup');
    await expect(writeBackup(database().url, file)).rejects.toThrow('S3_URL');
    await inTransaction((tx) => tx.$executeRaw`DELETE FROM engine.stored_file WHERE municipality_id = ${municipalityId}::uuid AND id <> ${id}::uuid`);
    await writeBackup(database().url, file, (fileId) => inPieces(bucket.get(fileId)));
    const name = `konzeptwerkstatt_test_restore_${randomBytes(5).toString('hex')}`;
    await database().pool.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    const address = new URL(database().url);
    address.pathname = `/${name}`;
    try {
      await restoreBackup({ databaseUrl: address.href, file, migrationsDir: join(checkout, 'prisma/migrations'), overwrite: false, keepCredentials: true });
      const pool = createPgPool(address.href, { name: 'test', max: 1, onError: () => undefined });
      const { rows } = await pool.query<{ content: Buffer }>('SELECT content FROM engine.stored_file_chunk WHERE file_id = $1 ORDER BY ordinal', [id]);
      await pool.end();
      expect(Buffer.concat(rows.map((row) => row.content)).equals(content)).toBe(true);
      expect(rows.length).toBe(Math.ceil(byteSize / (256 * 1024)));
    } finally {
      await database().pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
  });
});

describe('a store at start', () => {
  it.each([
    ['an unknown key', 'nobody:secret', 'konzept'],
    ['a bucket that is not there', 'S3RVER:S3RVER', 'anderes'],
  ])('refuses %s with one sentence', async (_what, credentials, name) => {
    await expect(openObjectBucket(`http://${credentials}@${host}/${name}`)).rejects.toThrow(/^Der Speicher für Dateien \(S3_URL\)/);
  });

  it('that is silent may answer later', async () => {
    const silent = await openObjectBucket('http://key:secret@127.0.0.1:1/konzept');
    silent.close();
  });
});
