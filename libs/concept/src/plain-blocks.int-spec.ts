import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import * as Y from 'yjs';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { encodeGlobalId } from '@konzeptwerkstatt/platform-graphql';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { createConceptWorld, createDraft, createTown } from '../test/concept-world.js';
import type { ConceptWorld, Draft, Town } from '../test/concept-world.js';
import { versionsOfContent } from './domain/block-version.policy.js';

const database = useTestDatabase();
let world: ConceptWorld;
let town: Town;
let draft: Draft;
let ids: { intro: string; goal: string; measure: string; paragraph: string };

beforeAll(async () => {
  world = await createConceptWorld(database().url);
  town = await createTown(world.pool, 'Leipzig');
}, 60_000);
afterAll(async () => world.close());
beforeEach(async () => {
  draft = await createDraft(world, town);
  ids = { intro: newRandomId(), goal: newRandomId(), measure: newRandomId(), paragraph: newRandomId() };
  await world.store.type(draft.documentId, town.first, (doc) => void appendBlocks(doc, [
    { type: 'paragraph', id: ids.intro, text: [{ text: 'Wir ' }, { text: 'alle', marks: [{ type: 'bold' }] }, { text: ' reden mit.' }] },
    { type: 'goal', id: ids.goal, title: 'Ankommen', values: { kind: 'guiding' } },
    { type: 'measure', id: ids.measure, title: 'Lotsen', description: [{ type: 'paragraph', id: ids.paragraph, text: 'Ehrenamt' }], values: { status: 'running', [`partner/${town.organisations[1] ?? ''}`]: true } },
  ]));
});

interface Block { readonly blockId: string; readonly kind: string; readonly text: string; readonly version: string; readonly content: string; readonly objectId: string | null; readonly values: readonly { key: string; value: string | null }[] }

async function section(actor: Actor | null = town.first): Promise<{ textVersion: string; blocks: readonly Block[] } | null> {
  const { data, errors } = await world.ask(actor, `query ($uuid: String!) { section(uuid: $uuid) { textVersion blocks(first: 50) { edges { node { blockId kind text version content objectId values { key value } } } } } }`, { uuid: draft.sectionId });
  expect(errors).toBeUndefined();
  const found = data?.['section'] as { textVersion: string; blocks: { edges: { node: Block }[] } } | null;
  return found === null ? null : { textVersion: found.textVersion, blocks: found.blocks.edges.map(({ node }) => node) };
}
/** An exchanged picture is another one, and the same for who reads and for who writes. */
it('says of a picture that it is another one once its file was exchanged, though its words are the same', async () => {
  const [picture, file, other] = [newRandomId(), newRandomId(), newRandomId()];
  await world.store.type(draft.documentId, town.first, (doc) => void appendBlocks(doc, [{ type: 'picture', id: picture, fileId: file, alt: 'Gruppe' }]));
  const version = async (): Promise<string> => (await blocks()).find(({ blockId }) => blockId === picture)?.version ?? '';
  const seen = await version();
  const written = async (): Promise<string | undefined> => versionsOfContent(await world.store.read(world.app.get(PrismaDatabase, { strict: false }).client, draft.documentId)).get(picture);
  expect(await written()).toBe(seen);
  await world.store.type(draft.documentId, town.first, (doc) => {
    for (const node of doc.getXmlFragment('body').createTreeWalker((one) => one instanceof Y.XmlElement && one.nodeName === 'picture')) (node as Y.XmlElement).setAttribute('fileId', other);
  });
  expect(await version()).not.toBe(seen);
  expect(await written()).toBe(await version());
});

const blocks = async (): Promise<readonly Block[]> => (await section())?.blocks ?? [];
const block = async (blockId: string): Promise<Block> => (await blocks()).find((found) => found.blockId === blockId) as Block;

interface Answer { readonly errors: readonly { code: string; path: readonly string[]; currentValue?: string | null }[]; readonly block?: { blockId: string; text: string } | null; readonly removedBlockId?: string | null }

async function send(mutation: string, input: object, actor: Actor = town.second): Promise<Answer> {
  const type = `${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}Input`;
  const selection = mutation === 'removeBlock' ? 'removedBlockId' : 'block { blockId text }';
  const variables = { input: { sectionId: encodeGlobalId('Section', draft.sectionId), idempotencyKey: newRandomId(), ...input } };
  const { data, errors } = await world.ask(actor, `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} section { id } errors { code path ... on StaleValueError { currentValue } } } }`, variables);
  expect(errors).toBeUndefined();
  return data?.[mutation] as Answer;
}

describe('a section as plain blocks', () => {
  it('has every block in the order of the text, with values and the rows they stand for', async () => {
    const list = await blocks();
    expect(list.map(({ kind, text }) => [kind, text])).toEqual([['PARAGRAPH', 'Wir alle reden mit.'], ['GOAL', 'Ankommen'], ['MEASURE', 'Lotsen'], ['PARAGRAPH', 'Ehrenamt']]);
    expect(list[2]?.values).toEqual(expect.arrayContaining([{ key: 'status', value: 'running' }, { key: `partner/${town.organisations[1] ?? ''}`, value: null }]));
    expect(list[2]?.objectId).toMatch(/./);
  });

  it('has another version when its text is another one, and a block when it or anything in it is', async () => {
    const [before, measure, goal] = [await section(), await block(ids.measure), await block(ids.goal)];
    expect((await section())?.textVersion).toBe(before?.textVersion);
    await send('setBlockText', { blockId: ids.paragraph, text: 'Ehrenamtliche', expected: 'Ehrenamt' });
    expect((await section())?.textVersion).not.toBe(before?.textVersion);
    expect((await block(ids.measure)).version).not.toBe(measure.version);
    expect((await block(ids.goal)).version).toBe(goal.version);
  });

  it('is nothing to see for who may not read the section', async () => {
    expect(await section(null)).toBeNull();
  });
});

describe('the words of a block', () => {
  it('are changed where they differ, and the rows of a measure follow its title at once', async () => {
    expect(await send('setBlockText', { blockId: ids.intro, text: 'Wir alle reden heute mit.', expected: 'Wir alle reden mit.' })).toMatchObject({ errors: [], block: { text: 'Wir alle reden heute mit.' } });
    expect((await block(ids.intro)).content).toContain('"marks":[{"type":"bold"}]');
    await send('setBlockText', { blockId: ids.measure, text: ' Lotsinnen  und Lotsen ', expected: 'Lotsen' });
    const { rows } = await world.pool.query<{ title: string }>('SELECT title FROM measures WHERE block_id = $1', [ids.measure]);
    expect(rows).toEqual([{ title: 'Lotsinnen und Lotsen' }]);
  });

  it('are not written over when somebody else was faster', async () => {
    await send('setBlockText', { blockId: ids.intro, text: 'Schneller.', expected: 'Wir alle reden mit.' }, town.first);
    expect(await send('setBlockText', { blockId: ids.intro, text: 'Langsamer.', expected: 'Wir alle reden mit.' })).toMatchObject({ block: null, errors: [{ code: 'STALE_VALUE', path: ['text'], currentValue: 'Schneller.' }] });
    expect((await block(ids.intro)).text).toBe('Schneller.');
  });

  it('are written once however often the same mutation comes', async () => {
    const input = { blockId: ids.intro, text: 'Einmal.', expected: 'Wir alle reden mit.', idempotencyKey: newRandomId() };
    await send('setBlockText', input);
    expect((await send('setBlockText', input)).errors).toEqual([]);
    expect((await block(ids.intro)).text).toBe('Einmal.');
  });

  it('are refused for a block that is gone, a title that is empty, a text that is too long or cannot be stored', async () => {
    expect((await send('setBlockText', { blockId: newRandomId(), text: 'x', expected: '' })).errors).toMatchObject([{ code: 'BLOCK_GONE', path: ['blockId'] }]);
    expect((await send('setBlockText', { blockId: ids.goal, text: ' ', expected: 'Ankommen' })).errors).toMatchObject([{ code: 'TITLE_REQUIRED', path: ['text'] }]);
    expect((await send('setBlockText', { blockId: ids.intro, text: 'x'.repeat(50_001), expected: 'Wir alle reden mit.' })).errors).toMatchObject([{ code: 'TEXT_TOO_LONG' }]);
    expect((await send('setBlockText', { blockId: ids.intro, text: 'x\u0000', expected: 'Wir alle reden mit.' })).errors).toMatchObject([{ code: 'TEXT_NOT_STORABLE' }]);
  });
});

describe('blocks', () => {
  const list = async (): Promise<string[]> => (await blocks()).map(({ text }) => text);

  it('are added where they are wanted', async () => {
    await send('addBlock', { kind: 'HEADING2', text: 'Anfang', besideBlockId: ids.intro, side: 'BEFORE' });
    await send('addBlock', { kind: 'BULLET_ITEM', text: 'Hauptamt', besideBlockId: ids.measure, side: 'INSIDE' });
    await send('addBlock', { kind: 'MEASURE', text: 'Neu', besideBlockId: ids.goal });
    expect(await list()).toEqual(['Anfang', 'Wir alle reden mit.', 'Ankommen', 'Neu', 'Lotsen', 'Ehrenamt', 'Hauptamt']);
    for (const kind of ['TABLE', 'PICTURE', 'INDICATOR']) expect((await send('addBlock', { kind, text: '' })).errors).toMatchObject([{ code: 'VALUE_NOT_ALLOWED', path: ['kind'] }]);
    expect((await send('addBlock', { kind: 'PARAGRAPH', text: 'x', besideBlockId: newRandomId() })).errors).toMatchObject([{ code: 'BLOCK_GONE', path: ['besideBlockId'] }]);
  });

  it('are moved with all that is in them', async () => {
    await send('moveBlock', { blockId: ids.measure, besideBlockId: ids.intro, side: 'BEFORE' });
    expect(await list()).toEqual(['Lotsen', 'Ehrenamt', 'Wir alle reden mit.', 'Ankommen']);
    const { rows } = await world.pool.query<{ removed: boolean; status: string }>('SELECT removed_at IS NOT NULL AS removed, status::text FROM measures WHERE block_id = $1', [ids.measure]);
    expect(rows).toEqual([{ removed: false, status: 'running' }]);
  });

  it('are removed, and put back with rows and values', async () => {
    const { version, content } = await block(ids.measure);
    expect(await send('removeBlock', { blockId: ids.measure, expectedVersion: version })).toMatchObject({ removedBlockId: ids.measure, errors: [] });
    expect(await list()).toEqual(['Wir alle reden mit.', 'Ankommen']);
    expect(await send('restoreBlock', { content, besideBlockId: ids.intro })).toMatchObject({ errors: [], block: { blockId: ids.measure } });
    expect(await list()).toEqual(['Wir alle reden mit.', 'Lotsen', 'Ehrenamt', 'Ankommen']);
    const { rows } = await world.pool.query('SELECT removed_at, status::text FROM measures WHERE block_id = $1', [ids.measure]);
    expect(rows).toEqual([{ removed_at: null, status: 'running' }]);
    expect((await send('restoreBlock', { content })).errors).toMatchObject([{ code: 'BLOCK_THERE' }]);
  });

  it('are not removed when somebody has changed anything in them since', async () => {
    const { version } = await block(ids.measure);
    await send('setBlockText', { blockId: ids.paragraph, text: 'Hauptamt', expected: 'Ehrenamt' }, town.first);
    expect((await send('removeBlock', { blockId: ids.measure, expectedVersion: version })).errors).toMatchObject([{ code: 'STALE_VALUE', path: ['expectedVersion'] }]);
  });

  it('are put back only as the document model knows them', async () => {
    for (const content of ['', 'null', '{"type":"script"}', `{"type":"block","x":"${'y'.repeat(400_000)}"}`]) {
      expect((await send('restoreBlock', { content })).errors).toMatchObject([{ code: 'CONTENT_INVALID', path: ['content'] }]);
    }
  });

  it('of a frozen text stay as they are', async () => {
    await world.pool.query('UPDATE editions SET frozen_at = now() WHERE id = $1', [draft.editionId]);
    for (const [mutation, input] of [['setBlockText', { blockId: ids.intro, text: 'x', expected: 'Wir alle reden mit.' }], ['addBlock', { kind: 'PARAGRAPH', text: 'x' }], ['moveBlock', { blockId: ids.goal }], ['removeBlock', { blockId: ids.goal, expectedVersion: '' }]] as const) {
      expect((await send(mutation, input, town.office)).errors.map(({ code }) => code)).toEqual(['EDITION_FROZEN']);
    }
  });
});
