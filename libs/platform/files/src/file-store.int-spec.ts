import 'reflect-metadata';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { newId, newRandomId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { FilePurposeRegistry } from './file-purpose.registry.js';
import { FileStore, type NewFile } from './file-store.js';
import { PostgresFileContents } from './postgres-file-contents.js';
import { RemoveLooseFilesProcessor } from './remove-loose-files.processor.js';

const database = useTestDatabase();
const purpose = 'testing.document';
const [municipalityId, uploadedBy] = [newId(), newId()];
let store: FileStore;
let cleaner: RemoveLooseFilesProcessor;

const pdf = (bytes: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)]);
const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => database().prisma.runInTransaction(work);
const put = (content: Buffer, extra: Partial<NewFile> = {}): ReturnType<FileStore['store']> =>
  inTransaction((tx) => store.store(tx, { municipalityId, purpose, name: 'bericht.pdf', content, uploadedBy, keptBy: null, ...extra }));
const codesOf = async (work: Promise<unknown>): Promise<unknown> => work.then(() => [], (error: { details: { code: string }[] }) => error.details.map(({ code }) => code));

async function contentOf(file: { readonly id: string; readonly byteSize: number }): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of store.read(file)) pieces.push(piece);
  return Buffer.concat(pieces);
}

beforeAll(() => {
  const purposes = new FilePurposeRegistry();
  purposes.register({ name: purpose, mediaTypes: ['application/pdf'], maxBytes: 1_000_000, mayUpload: async () => true, mayRead: async () => true });
  const contents = new PostgresFileContents(database().prisma);
  store = new FileStore(database().prisma, contents, purposes, { fileQuotaBytes: 2_000_000 });
  cleaner = new RemoveLooseFilesProcessor(database().prisma, contents);
});

describe('a stored file', () => {
  it('comes back byte for byte, with its type, size and hash', async () => {
    const content = pdf(700_000);
    const file = await put(content, { name: 'C:\\Ordner\\..\\be\u202ericht.pdf' });
    expect(file).toMatchObject({ name: 'bericht.pdf', mediaType: 'application/pdf', byteSize: content.length, sha256: createHash('sha256').update(content).digest('hex') });
    expect((await contentOf(file)).equals(content)).toBe(true);
    expect(await store.find(file.id)).toEqual(file);
  });

  it('is not there when the change it belongs to fails', async () => {
    const before = await database().pool.query('SELECT count(*)::int AS n FROM engine.stored_file_chunk');
    const work = inTransaction(async (tx) => {
      await store.store(tx, { municipalityId, purpose, name: 'x', content: pdf(10), uploadedBy, keptBy: null });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect((await database().pool.query('SELECT count(*)::int AS n FROM engine.stored_file_chunk')).rows).toEqual(before.rows);
  });

  it('stays without the person who brought it, once she is erased', async () => {
    const [person, other] = [newId(), newId()];
    const [hers, theirs] = [await put(pdf(10), { uploadedBy: person, keptBy: 'testing.thing/1' }), await put(pdf(10), { uploadedBy: other })];
    await inTransaction((tx) => store.forgetPerson(tx, person));
    expect(await store.find(hers.id)).toEqual({ ...hers, uploadedBy: null });
    expect(await store.find(theirs.id)).toEqual(theirs);
  });

  it('is kept for one thing, by the person who brought it and in her municipality only', async () => {
    const { id } = await put(pdf(10));
    const keep = (change: object): Promise<unknown> => inTransaction((tx) => store.keep(tx, { id, municipalityId, purpose, uploadedBy, keptBy: 'testing.thing/1', ...change }));
    expect(await keep({ uploadedBy: newId() })).toBeNull();
    expect(await keep({ municipalityId: newId() })).toBeNull();
    expect(await keep({ purpose: 'testing.other' })).toBeNull();
    expect(await keep({ id: newRandomId() })).toBeNull();
    expect(await keep({})).toMatchObject({ id, keptBy: 'testing.thing/1' });
    expect(await keep({ keptBy: 'testing.thing/2' })).toBeNull();
  });
});

describe('what is refused', () => {
  it('is empty, too large, or not what the place wants', async () => {
    expect(await codesOf(put(Buffer.alloc(0)))).toEqual(['FILE_EMPTY']);
    expect(await codesOf(put(pdf(1_000_001)))).toEqual(['FILE_TOO_LARGE']);
    expect(await codesOf(put(Buffer.from('MZ program'), { name: 'bericht.pdf' }))).toEqual(['FILE_TYPE_REFUSED']);
    expect(await codesOf(put(Buffer.from('<svg onload="alert(1)"/>'), { name: 'logo.png' }))).toEqual(['FILE_SVG_REFUSED']);
  });

  it('goes beyond what the municipality may store, two at once included', async () => {
    const crowded = newId();
    const fill = (): Promise<unknown> => put(pdf(900_000), { municipalityId: crowded });
    const outcomes = await Promise.all([codesOf(fill()), codesOf(fill()), codesOf(fill())]);
    expect(outcomes.flat()).toEqual(['FILE_QUOTA_EXCEEDED']);
  });
});

describe('the job', () => {
  it('deletes what nothing has kept for a day, and nothing else', async () => {
    const [loose, fresh, kept] = [await put(pdf(10)), await put(pdf(10)), await put(pdf(10), { keptBy: 'testing.thing/3' })];
    await database().pool.query(`UPDATE engine.stored_file SET loose_since = now() - interval '25 hours' WHERE id = ANY ($1)`, [[loose.id, kept.id]]);
    await cleaner.process({}, new AbortController().signal);
    expect(await store.find(loose.id)).toBeNull();
    await expect(contentOf(loose)).rejects.toThrow('missing');
    expect([await store.find(fresh.id), await store.find(kept.id)]).toEqual([fresh, kept]);
  });
});
