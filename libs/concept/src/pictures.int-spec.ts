import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FilePurposeRegistry, FileStore, UploadFileCommand } from '@konzeptwerkstatt/platform-files';
import { encodeGlobalId } from '@konzeptwerkstatt/platform-graphql';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { BlockSpec, DocumentChange } from '@konzeptwerkstatt/document-model';
import { createConceptWorld, createDraft, createTown } from '../test/concept-world.js';
import type { ConceptWorld, Draft, Town } from '../test/concept-world.js';
import { halves, photograph } from '../test/pictures.js';
import { FillSectionCommand } from './commands/fill-section.command.js';
import { ProjectSectionCommand } from './commands/project-section.command.js';
import { keptBySection, PICTURE_PURPOSE } from './domain/kept-picture.policy.js';
import { ReleasePicturesProcessor } from './jobs/release-pictures.processor.js';
import { SectionRepository } from './persistence/section.repository.js';
import { GapReader } from './queries/gap.reader.js';
import { PictureReader } from './queries/picture.reader.js';

const database = useTestDatabase();
let world: ConceptWorld;
let town: Town;
let draft: Draft;

const get = <Result>(type: new (...parts: never[]) => Result): Result => world.app.get(type, { strict: false });
const uploads = (): UploadFileCommand => new UploadFileCommand(get(FileStore), get(FilePurposeRegistry), get(PrismaDatabase));
const upload = (actor: Actor, content: Uint8Array): Promise<string> => uploads().execute(actor, { purpose: PICTURE_PURPOSE, name: '"><img src=x onerror=alert(1)>.png', content: Buffer.from(content) }).then(({ id }) => id);
const codesOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => [], (error: { details: { code: string }[] }) => error.details.map(({ code }) => code));

const mutation = 'mutation ($input: AddPictureInput!) { addPicture(input: $input) { fileId errors { code path } } }';
async function add(actor: Actor, fileId: string, sectionId = draft.sectionId): Promise<unknown> {
  const { data, errors } = await world.ask(actor, mutation, { input: { idempotencyKey: newRandomId(), sectionId: encodeGlobalId('Section', sectionId), fileId } });
  return (errors?.[0]?.originalError as { code?: string } | undefined)?.code ?? data?.['addPicture'];
}

async function added(actor: Actor = town.first, sectionId = draft.sectionId): Promise<string> {
  const id = await upload(actor, halves(8, 8).get_bytes());
  expect(await add(actor, id, sectionId)).toEqual({ fileId: id, errors: [] });
  return id;
}

const write = (sectionId: string, blocks: readonly BlockSpec[]): Promise<unknown> =>
  get<UnitOfWork<Transaction>>(UnitOfWork).run({ actor: town.office }, (unit) => get(FillSectionCommand).run(unit, sectionId, blocks, town.office));
const change = (sectionId: string, wanted: DocumentChange): Promise<unknown> => get<UnitOfWork<Transaction>>(UnitOfWork).run({ actor: town.office }, async (unit) => {
  const place = await get(SectionRepository).get(unit.tx, sectionId);
  await world.store.append(unit.tx, place.documentId, wanted, town.office);
  await get(ProjectSectionCommand).run(unit, place);
});
const rows = async (where: string, ...values: unknown[]): Promise<unknown[]> =>
  (await database().pool.query(`SELECT file_id::text AS "fileId", alt, removed_at IS NOT NULL AS gone FROM section_pictures WHERE ${where} ORDER BY ordinal`, values)).rows;
async function mayRead(id: string, actor: Actor | null): Promise<boolean> {
  const file = await get(FileStore).find(id);
  return file !== null && get(FilePurposeRegistry).get(PICTURE_PURPOSE).mayRead(file, actor);
}

beforeAll(async () => {
  world = await createConceptWorld(database().url);
  town = await createTown(database().pool, 'Leipzig');
  draft = await createDraft(world, town);
});
afterAll(() => world.close());

describe('bringing a picture', () => {
  it('takes hidden data out and gives it to a section', async () => {
    const id = await upload(town.first, photograph(40, 20, 6));
    const file = await get(FileStore).find(id);
    expect(file).toMatchObject({ mediaType: 'image/jpeg', name: '"><img src=x onerror=alert(1)>.png', keptBy: null });
    expect(await add(town.first, id)).toEqual({ fileId: id, errors: [] });
    expect(await get(FileStore).find(id)).toMatchObject({ keptBy: keptBySection(draft.sectionId) });
  });

  it.each<[string, () => Uint8Array, string]>([
    ['an SVG', () => Buffer.from('<svg onload="alert(1)"/>'), 'FILE_SVG_REFUSED'],
    ['a web page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'FILE_TYPE_REFUSED'],
    ['a GIF', () => Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'), 'FILE_TYPE_REFUSED'],
    ['what is too large', () => Buffer.concat([halves(4, 4).get_bytes(), Buffer.alloc(10 * 1024 * 1024)]), 'FILE_TOO_LARGE'],
    ['half a picture', () => halves(400, 400).get_bytes_jpeg(90).subarray(0, 1500), 'PICTURE_BROKEN'],
    ['an endless one', () => { const png = Buffer.from(halves(4, 4).get_bytes()); png.writeUInt32BE(60_000, 16); return png; }, 'PICTURE_TOO_WIDE'],
  ])('refuses %s', async (_what, content, code) => expect(await codesOf(upload(town.first, content()))).toEqual([code]));

  it('opens the next one after a broken one', async () => {
    await codesOf(upload(town.first, halves(400, 400).get_bytes_jpeg(90).subarray(0, 1500)));
    expect(await upload(town.first, halves(8, 8).get_bytes())).toEqual(expect.any(String));
  });

  it('is for who may write the section, and for her own file only', async () => {
    const id = await upload(town.first, halves(8, 8).get_bytes());
    const strangers = await createTown(database().pool, 'Fremde');
    expect(await add(strangers.first, id)).toBe('NOT_FOUND');
    expect(await add(town.second, id)).toEqual({ fileId: null, errors: [{ code: 'FILE_GONE', path: ['fileId'] }] });
    expect(await add(town.first, 'no id')).toEqual({ fileId: null, errors: [{ code: 'FILE_GONE', path: ['fileId'] }] });
  });
});

describe('a picture in the text', () => {
  it('is seen by who may read the text, also before it stands there by who takes part, and by nobody else', async () => {
    const id = await added();
    const strangers = await createTown(database().pool, 'Andere');
    expect([await mayRead(id, town.second), await mayRead(id, strangers.first), await mayRead(id, null)]).toEqual([true, false, false]);
    await database().pool.query(`UPDATE editions SET visibility = 'published' WHERE id = $1`, [draft.editionId]);
    expect(await mayRead(id, null)).toBe(false);
    await write(draft.sectionId, [{ type: 'picture', fileId: id, alt: 'Gruppe' }]);
    expect([await mayRead(id, null), await mayRead(id, strangers.first)]).toEqual([true, true]);
    await database().pool.query(`UPDATE editions SET visibility = 'participants' WHERE id = $1`, [draft.editionId]);
    expect(await mayRead(id, null)).toBe(false);
  });

  it('may be shown in another section of its edition, and nowhere else, whatever a text says', async () => {
    const id = await added();
    const other = await createDraft(world, town, 'Anderes Konzept');
    await write(other.sectionId, [{ type: 'picture', fileId: id, alt: 'kopiert' }, { type: 'picture', fileId: newRandomId(), alt: 'erfunden' }]);
    expect(await rows('section_id = $1', other.sectionId)).toEqual([{ fileId: null, alt: 'kopiert', gone: false }, { fileId: null, alt: 'erfunden', gone: false }]);
    expect((await get(PictureReader).read({ municipalityId: town.municipalityId, editionId: other.editionId }, [id])).size).toBe(0);
    expect([...(await get(PictureReader).read({ municipalityId: town.municipalityId, editionId: draft.editionId }, [id, newRandomId()])).keys()]).toEqual([id]);
  });

  it('goes along into the edition that begins as a copy, and into those after it', async () => {
    const id = await added();
    const basedOn = async (editionId: string, title: string): Promise<Draft> => {
      const next = await createDraft(world, town, title);
      await database().pool.query('UPDATE editions SET based_on_id = $1 WHERE id = $2', [editionId, next.editionId]);
      return next;
    };
    const second = await basedOn(draft.editionId, 'Fortschreibung');
    const third = await basedOn(second.editionId, 'Zweite Fortschreibung');
    await write(third.sectionId, [{ type: 'picture', fileId: id, alt: 'wie damals' }]);
    expect(await rows('section_id = $1', third.sectionId)).toEqual([{ fileId: id, alt: 'wie damals', gone: false }]);
  });

  it('is for everybody where the text is adopted and published, until that is taken back', async () => {
    const id = await added();
    const open = await createDraft(world, town, 'Beschlossenes Konzept');
    await database().pool.query('UPDATE editions SET based_on_id = $1 WHERE id = $2', [draft.editionId, open.editionId]);
    await write(open.sectionId, [{ type: 'picture', fileId: id, alt: 'Gruppe' }]);
    expect(await mayRead(id, null)).toBe(false);
    await database().pool.query(`INSERT INTO publications (edition_id, municipality_id, place, slug) VALUES ($1, $2, '14713000', 'konzept-2026')`, [open.editionId, town.municipalityId]);
    expect(await mayRead(id, null)).toBe(true);
    await database().pool.query('UPDATE publications SET withdrawn_at = now() WHERE edition_id = $1', [open.editionId]);
    expect(await mayRead(id, null)).toBe(false);
  });

  it('without words for who cannot see it is a gap, unless it is decoration', async () => {
    const { editionId, sectionId } = await createDraft(world, town, 'Mit Lücken');
    const blockId = newRandomId();
    await write(sectionId, [{ type: 'picture', id: blockId, caption: 'Auftakt' }, { type: 'picture', alt: 'Gruppe' }, { type: 'picture', decorative: true }]);
    expect(await get(GapReader).find({ municipalityId: town.municipalityId, editionId })).toEqual([
      { kind: 'picture_without_alt', title: 'Auftakt', sectionId, blockId, measureId: null, goalId: null, indicatorId: null },
    ]);
  });
});

describe('a picture that left the text', () => {
  const release = (): Promise<void> => get(ReleasePicturesProcessor).process({}, new AbortController().signal);
  const age = (id: string): Promise<unknown> => database().pool.query(`UPDATE engine.stored_file SET created_at = now() - interval '200 days' WHERE id = $1`, [id]);
  const keptBy = async (id: string): Promise<string | null | undefined> => (await get(FileStore).find(id))?.keptBy;

  it('stays while it is shown, for ninety days after, and as long as a version may show it', async () => {
    const { sectionId, documentId } = await createDraft(world, town, 'Alt');
    const [shown, gone, recent, unused] = [await added(town.first, sectionId), await added(town.first, sectionId), await added(town.first, sectionId), await added(town.first, sectionId)];
    await write(sectionId, [shown, gone, recent].map((fileId) => ({ type: 'picture', fileId })));
    await database().pool.query(`UPDATE section_pictures SET removed_at = now() - interval '100 days' WHERE file_id = $1`, [gone]);
    await database().pool.query(`UPDATE section_pictures SET removed_at = now() - interval '80 days' WHERE file_id = $1`, [recent]);
    for (const id of [shown, gone, recent, unused]) await age(id);

    await database().pool.query(`INSERT INTO engine.document_version (id, document_id, kind, name, state, created_at) VALUES (gen_random_uuid(), $1, 'named', 'Stand', '\\x0000', now() - interval '150 days')`, [documentId]);
    await release();
    expect([await keptBy(gone), await keptBy(shown), await keptBy(recent)]).toEqual([keptBySection(sectionId), keptBySection(sectionId), keptBySection(sectionId)]);
    expect(await keptBy(unused)).toBeNull();

    await database().pool.query('DELETE FROM engine.document_version WHERE document_id = $1', [documentId]);
    await release();
    expect([await keptBy(gone), await keptBy(shown), await keptBy(recent)]).toEqual([null, keptBySection(sectionId), keptBySection(sectionId)]);
  });

  it('is noted as gone, and as back', async () => {
    const { sectionId } = await createDraft(world, town, 'Hin und her');
    const [fileId, blockId] = [await added(town.first, sectionId), newRandomId()];
    await write(sectionId, [{ type: 'picture', id: blockId, fileId }]);
    expect(await rows('section_id = $1', sectionId)).toEqual([{ fileId, alt: '', gone: false }]);
    await change(sectionId, { kind: 'removeBlock', blockId });
    expect(await rows('section_id = $1', sectionId)).toEqual([{ fileId, alt: '', gone: true }]);
    await change(sectionId, { kind: 'appendBlocks', blocks: [{ type: 'picture', id: blockId, fileId, alt: 'Gruppe' }] });
    expect(await rows('section_id = $1', sectionId)).toEqual([{ fileId, alt: 'Gruppe', gone: false }]);
  });
});
