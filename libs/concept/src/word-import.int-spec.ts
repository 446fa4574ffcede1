import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { newRandomId, ValidationError } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { ApplyFileImportProcessor, SweepFileImportsProcessor } from '@konzeptwerkstatt/platform-files';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { asking, createConceptWorld, createDraft, createTown } from '../test/concept-world.js';
import type { ConceptWorld, Draft, Town } from '../test/concept-world.js';
import { heading, p, wordFile } from '../test/word-file.js';
import { AddConceptObjectCommand } from './commands/add-concept-object.command.js';
import { ApplyWordImportCommand } from './commands/apply-word-import.command.js';
import { FillSectionCommand } from './commands/fill-section.command.js';
import { UndoWordImportCommand } from './commands/undo-word-import.command.js';
import { WordImportRepository } from './persistence/word-import.repository.js';
import { WordPictureFiles } from './word/word-picture.files.js';
import { readWordDocument } from './word/word-document.reader.js';

const database = useTestDatabase();
let world: ConceptWorld;
let town: Town;
let draft: Draft;

beforeAll(async () => {
  world = await createConceptWorld(database().url);
  town = await createTown(world.pool, 'Leipzig');
}, 60_000);
afterAll(async () => world.close());
beforeEach(async () => {
  draft = await createDraft(world, town);
});

const get = <T>(type: new (...args: never[]) => T): T => world.app.get(type, { strict: false });
const apply = (importId: string): Promise<void> => get(ApplyFileImportProcessor).process({ kind: 'concept.word-import', importId }, new AbortController().signal);
const stateOf = async (id: string): Promise<string | undefined> => (await get(WordImportRepository).find(get(PrismaDatabase).client, id))?.state;

async function sections(): Promise<{ id: string; title: string; words: number }[]> {
  const { rows } = await world.pool.query<{ id: string; title: string; document_id: string }>('SELECT id, title, document_id FROM sections WHERE edition_id = $1 AND removed_at IS NULL ORDER BY position', [draft.editionId]);
  return Promise.all(rows.map(async ({ id, title, document_id: documentId }) => ({ id, title, words: (await world.store.read(get(PrismaDatabase).client, documentId)).blocks.length })));
}

/** An import whose document is read, and decided by the office: every section comes. */
async function decided(body: string): Promise<string> {
  const answer = readWordDocument(wordFile(body));
  if ('problem' in answer) throw new Error(answer.problem);
  const [imports, { client }, id] = [get(WordImportRepository), get(PrismaDatabase), newRandomId()];
  await imports.insert(client, { id, municipalityId: town.municipalityId, editionId: draft.editionId, requestedBy: town.office.personId ?? '', actingOrganisationId: town.office.organisationId, fileId: newRandomId(), fileName: 'a.docx', kind: 'sections' });
  await imports.noteReading(client, id, answer);
  const titles = answer.pieces.flatMap(({ block }) => (block.kind === 'heading' && block.level === 1 ? [1] : []));
  await get(ApplyWordImportCommand).run(asking(town.office), id, { level: 1, sections: titles.map((_, index) => ({ index, title: `Teil ${index + 1}`, kind: 'chapter' })) });
  return id;
}

const two = `${heading(1, 'A')}${p('Eins')}${heading(1, 'B')}${p('Zwei')}${p('Drei')}`;

describe('a Word document that is taken over', () => {
  it('becomes its sections once, however often and by how many workers the job is run', async () => {
    const id = await decided(two);
    await Promise.all([apply(id), apply(id), apply(id)]);
    await apply(id);
    expect((await sections()).map(({ title, words }) => [title, words])).toEqual([['Sprache', 0], ['Teil 1', 1], ['Teil 2', 2]]);
    expect(await stateOf(id)).toBe('done');
  });

  it('leaves nothing behind when it ends half-way, and is found and finished later', async () => {
    const id = await decided(two);
    const filling = get(FillSectionCommand);
    const original = filling.run.bind(filling);
    const spy = jest.spyOn(filling, 'run').mockImplementationOnce(original).mockImplementationOnce(() => Promise.reject(new Error('the worker was killed')));
    await expect(apply(id)).rejects.toThrow('the worker was killed');
    spy.mockRestore();
    expect([(await sections()).map(({ title }) => title), await stateOf(id)]).toEqual([['Sprache'], 'applying']);
    await world.pool.query(`UPDATE word_imports SET updated_at = now() - interval '1 minute' WHERE id = $1`, [id]);
    world.jobs.length = 0;
    await get(SweepFileImportsProcessor).process();
    expect(world.jobs).toEqual([{ name: 'files.apply-import', data: { kind: 'concept.word-import', importId: id } }]);
    await apply(id);
    expect((await sections()).map(({ title }) => title)).toEqual(['Sprache', 'Teil 1', 'Teil 2']);
  });

  it('says so when the edition was adopted or the right withdrawn meanwhile', async () => {
    const id = await decided(two);
    await world.pool.query('UPDATE editions SET frozen_at = now() WHERE id = $1', [draft.editionId]);
    await apply(id);
    expect((await get(WordImportRepository).find(get(PrismaDatabase).client, id))?.problem).toBe('edition_frozen');
  });

  it('says so when there is no space for its pictures, and nothing comes of it', async () => {
    const id = await decided(two);
    const spy = jest.spyOn(get(WordPictureFiles), 'store').mockRejectedValueOnce(new ValidationError([{ code: 'FILE_QUOTA_EXCEEDED', message: 'voll', path: ['file'] }]));
    await apply(id);
    spy.mockRestore();
    expect((await get(WordImportRepository).find(get(PrismaDatabase).client, id))?.problem).toBe('no_space');
    expect((await sections()).map(({ title }) => title)).toEqual(['Sprache']);
  });

  it('is taken out as a whole, but not over what somebody has written since', async () => {
    const [kept, edited] = [await decided(two), await decided(two)];
    await apply(kept);
    await apply(edited);
    const [, , , changed] = await sections();
    await get(AddConceptObjectCommand).run(asking(town.first), { object: 'measure', sectionId: changed?.id ?? '', title: 'Neu', description: null, afterBlockId: null });
    await expect(get(UndoWordImportCommand).run(asking(town.office), edited)).rejects.toMatchObject({ details: [{ code: 'CHANGED_SINCE_IMPORT', path: ['sections', changed?.id] }] });
    expect(await stateOf(edited)).toBe('done');
    // Whoever may write in the edition, but not change its sections, has no right to that; another one who looks after it has.
    await expect(get(UndoWordImportCommand).run(asking(town.first), kept)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await world.pool.query('UPDATE word_imports SET requested_by = $2 WHERE id = $1', [kept, town.second.personId]);
    await get(UndoWordImportCommand).run(asking(town.office), kept);
    expect((await sections()).map(({ title }) => title)).toEqual(['Sprache', 'Teil 1', 'Teil 2']);
    const { rows } = await world.pool.query<{ count: number }>('SELECT count(*)::int AS count FROM sections WHERE edition_id = $1', [draft.editionId]);
    expect(rows[0]?.count).toBe(5);
  });

  it('may have eight hundred pages', async () => {
    const page = p('Die Stadt fördert das Zusammenleben und lädt alle ein, daran mitzuwirken. '.repeat(8)).repeat(5);
    const id = await decided(Array.from({ length: 40 }, (_, index) => `${heading(1, `Teil ${index}`)}${page.repeat(20)}`).join(''));
    const started = performance.now();
    await apply(id);
    expect([await stateOf(id), (await sections()).length]).toEqual(['done', 41]);
    // One transaction has fifteen seconds.
    expect(performance.now() - started).toBeLessThan(12_000);
  }, 60_000);
});
