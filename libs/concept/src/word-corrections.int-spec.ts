import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import { appendBlocks, hashOfWords } from '@konzeptwerkstatt/document-model';
import { encodeGlobalId } from '@konzeptwerkstatt/platform-graphql';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { asking, createConceptWorld, createDraft, createTown } from '../test/concept-world.js';
import type { ConceptWorld, Draft, Town } from '../test/concept-world.js';
import { ApplyWordCorrectionsCommand } from './commands/apply-word-corrections.command.js';
import type { AcceptedDifference } from './commands/apply-word-corrections.command.js';
import type { WordDifference } from './domain/word-corrections.policy.js';
import { WordImportRepository } from './persistence/word-import.repository.js';
import { WordCorrectionsReader } from './queries/word-corrections.reader.js';
import type { MarkedParagraph } from './word/word-corrections.js';

const database = useTestDatabase();
let world: ConceptWorld;
let town: Town;
let draft: Draft;
let ids: { intro: string; goal: string; last: string };

beforeAll(async () => {
  world = await createConceptWorld(database().url);
  town = await createTown(world.pool, 'Leipzig');
}, 60_000);
afterAll(async () => world.close());
beforeEach(async () => {
  draft = await createDraft(world, town);
  ids = { intro: newRandomId(), goal: newRandomId(), last: newRandomId() };
  await world.store.type(draft.documentId, town.first, (doc) => void appendBlocks(doc, [
    { type: 'paragraph', id: ids.intro, text: [{ text: 'Wir ' }, { text: 'alle', marks: [{ type: 'bold' }] }, { text: ' reden mit.' }] },
    { type: 'goal', id: ids.goal, title: 'Ankommen' },
    { type: 'paragraph', id: ids.last, text: 'Schluss' },
  ]));
});

const get = <T>(type: new (...args: never[]) => T): T => world.app.get(type, { strict: false });
const came = (kind: 'block' | 'object' | 'section', id: string, before: string, words: string): MarkedParagraph => ({ mark: { kind, id, hash: hashOfWords(before) }, words, isListItem: false });

/** A document that the office brought, read. */
async function brought(): Promise<string> {
  const [imports, { client }, id] = [get(WordImportRepository), get(PrismaDatabase), newRandomId()];
  await imports.insert(client, { id, kind: 'corrections', municipalityId: town.municipalityId, editionId: draft.editionId, requestedBy: town.office.personId ?? '', actingOrganisationId: town.office.organisationId, fileId: newRandomId(), fileName: 'a.docx' });
  await imports.noteCorrections(client, id, { sent: {}, notes: {}, paragraphs: [
    came('section', draft.sectionId, 'Sprache', 'Sprache'), came('block', ids.intro, 'Wir alle reden mit.', 'Wir alle sprechen mit.'), { mark: null, words: 'Erster neuer', isListItem: false }, { mark: null, words: 'Zweiter neuer', isListItem: false },
    came('object', ids.goal, 'Ankommen', 'Gut ankommen'), came('block', ids.last, 'Schluss', ''),
  ] });
  return id;
}

async function differences(id: string): Promise<WordDifference[]> {
  const found = await get(WordCorrectionsReader).find(town.office, id);
  return found === null ? [] : get(WordCorrectionsReader).differences(found);
}
const all = async (id: string): Promise<AcceptedDifference[]> => (await differences(id)).map(({ key, liveText }) => ({ key, expected: liveText }));
const apply = (correctionsId: string, accepted: readonly AcceptedDifference[], actor = town.office, idempotencyKey = newRandomId()): Promise<unknown> =>
  get(ApplyWordCorrectionsCommand).run(asking(actor, { correctionsId, accepted }, idempotencyKey), { correctionsId, sectionId: draft.sectionId, accepted });
const texts = async (): Promise<string[]> => (await world.store.read(get(PrismaDatabase).client, draft.documentId)).blocks.map(({ text }) => text);

describe('corrections of a Word document', () => {
  it('are taken over in one step, bold stays, and the same press again changes nothing', async () => {
    const id = await brought();
    const [accepted, pressed] = [await all(id), newRandomId()];
    expect(accepted).toHaveLength(5);
    expect(await apply(id, accepted, town.office, pressed)).toMatchObject({ count: 5 });
    expect(await apply(id, accepted, town.office, pressed)).toMatchObject({ count: 5 });
    expect(await texts()).toEqual(['Wir alle sprechen mit.', 'Erster neuer', 'Zweiter neuer', 'Gut ankommen']);
    const { data } = await world.ask(town.office, 'query ($uuid: String!) { section(uuid: $uuid) { readingHtml } }', { uuid: draft.sectionId });
    expect(JSON.stringify(data)).toContain('<strong>alle</strong> sprechen mit.');
    expect(await differences(id)).toEqual([]);
    // The same file once more brings nothing either.
    expect(await differences(await brought())).toEqual([]);
  });

  it('are refused as a whole when one of them is not what was seen any more, and then shown with both texts', async () => {
    const id = await brought();
    const accepted = await all(id);
    await world.ask(town.first, 'mutation ($input: SetBlockTextInput!) { setBlockText(input: $input) { errors { code } } }', { input: { sectionId: encodeGlobalId('Section', draft.sectionId), blockId: ids.intro, text: 'Wir alle handeln.', expected: 'Wir alle reden mit.', idempotencyKey: newRandomId() } });
    await expect(apply(id, accepted)).rejects.toMatchObject({ details: [{ code: 'STALE_VALUE', path: ['accepted', '0'], params: { currentValue: 'Wir alle handeln.' } }] });
    expect(await texts()).toEqual(['Wir alle handeln.', 'Ankommen', 'Schluss']);
    expect((await differences(id))[0]).toMatchObject({ kind: 'conflict', liveText: 'Wir alle handeln.', fileText: 'Wir alle sprechen mit.' });
  });

  it('are taken over by another one who looks after the edition, in her own name', async () => {
    const id = await brought();
    const accepted = await all(id);
    await world.pool.query('UPDATE word_imports SET requested_by = $2 WHERE id = $1', [id, town.second.personId]);
    expect(await apply(id, accepted.slice(0, 1))).toMatchObject({ count: 1 });
  });

  it('are nobody else\'s, and nothing comes of them once the edition is adopted', async () => {
    const id = await brought();
    const accepted = await all(id);
    await expect(apply(id, accepted, town.first)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(apply(id, [])).rejects.toMatchObject({ details: [{ code: 'NOTHING_TO_APPLY' }] });
    await world.pool.query('UPDATE editions SET frozen_at = now() WHERE id = $1', [draft.editionId]);
    await expect(apply(id, accepted)).rejects.toMatchObject({ details: [{ code: 'EDITION_FROZEN' }] });
    const { data } = await world.ask(town.office, 'mutation ($input: StartWordCorrectionsInput!) { startWordCorrections(input: $input) { errors { code } } }', { input: { editionId: encodeGlobalId('Edition', draft.editionId), fileId: newRandomId(), idempotencyKey: newRandomId() } });
    expect(data).toEqual({ startWordCorrections: { errors: [{ code: 'EDITION_FROZEN' }] } });
    expect(await texts()).toContain('Schluss');
  });
});
