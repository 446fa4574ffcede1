import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { appendBlocks, removeBlock } from '@konzeptwerkstatt/document-model';
import { encodeGlobalId } from '@konzeptwerkstatt/platform-graphql';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { asking, createConceptWorld, createDraft, createTown } from '../test/concept-world.js';
import type { ConceptWorld, Draft, Town } from '../test/concept-world.js';
import { AddConceptObjectCommand } from './commands/add-concept-object.command.js';
import { EditFieldCommand } from './commands/edit-field.command.js';
import { KeepVersionCommand } from './commands/keep-version.command.js';
import { RemoveConceptObjectCommand } from './commands/remove-concept-object.command.js';
import { RestoreVersionCommand } from './commands/restore-version.command.js';

const database = useTestDatabase();
let world: ConceptWorld;
let town: Town;
let elsewhere: Town;
let draft: Draft;
let measureId: string;

beforeAll(async () => {
  world = await createConceptWorld(database().url);
  town = await createTown(world.pool, 'Leipzig');
  elsewhere = await createTown(world.pool, 'Rostock');
}, 60_000);
afterAll(async () => world.close());
beforeEach(async () => {
  draft = await createDraft(world, town);
  measureId = await get(AddConceptObjectCommand).run(asking(town.first), { object: 'measure', sectionId: draft.sectionId, title: 'Sprachmittlung', description: null, afterBlockId: null });
});

const get = <T>(type: new (...args: never[]) => T): T => world.app.get(type, { strict: false });
const keep = (name = 'Stand nach der Konferenz', reason: string | null = null, actor = town.first): Promise<string> => get(KeepVersionCommand).run(asking(actor), { sectionId: draft.sectionId, name, reason });
const restore = (versionId: string, actor = town.second): ReturnType<RestoreVersionCommand['run']> => get(RestoreVersionCommand).run(asking(actor), versionId);
const setMember = (field: 'partner' | 'indicator', member: string, present: boolean): Promise<string> => get(EditFieldCommand).setMember(asking(town.first), { object: 'measure', id: measureId, field, input: field, member, present });
const setStatus = (value: string, expected: string | null): Promise<string> => get(EditFieldCommand).setValue(asking(town.first), { object: 'measure', id: measureId, field: 'status', input: 'status', value, expected });

async function measure(): Promise<unknown> {
  const { rows } = await world.pool.query(
    `SELECT removed_at IS NOT NULL AS removed, status::text, title, ARRAY(SELECT organisation_id::text FROM measure_partners WHERE measure_id = m.id ORDER BY 1) AS partners,
       ARRAY(SELECT indicator_id::text FROM measure_indicators WHERE measure_id = m.id) AS indicators FROM measures m WHERE id = $1`, [measureId]);
  return rows[0];
}
async function eventsSince(work: () => Promise<unknown>): Promise<{ name: string; payload: Record<string, unknown>; actor: { personId: string } }[]> {
  const { rows: [last] } = await world.pool.query<{ last: string }>('SELECT COALESCE(max(inserted), 0) AS last FROM engine.outbox_event');
  await work();
  return (await world.pool.query('SELECT name, payload, actor FROM engine.outbox_event WHERE inserted > $1 ORDER BY inserted', [last?.last])).rows;
}
const versionNames = async (): Promise<string[]> =>
  (await world.pool.query<{ text: string }>(`SELECT kind || ': ' || name AS text FROM engine.document_version WHERE document_id = $1 ORDER BY created_at`, [draft.documentId])).rows.map(({ text }) => text);
const freeze = async (): Promise<unknown> => world.pool.query('UPDATE editions SET frozen_at = now() WHERE id = $1', [draft.editionId]);

describe('restoring', () => {
  it('brings a removed measure back to life: the same row with its fields and links', async () => {
    const [, partner] = town.organisations;
    await setMember('partner', partner as string, true);
    await setMember('indicator', town.indicatorId, true);
    await setStatus('running', null);
    const before = await measure();
    const versionId = await keep();
    await setMember('partner', partner as string, false);
    await setStatus('done', 'running');
    await get(RemoveConceptObjectCommand).run(asking(town.first), { object: 'measure', id: measureId });
    expect(await measure()).toMatchObject({ removed: true });

    const { keptVersionId } = await restore(versionId);
    expect(await measure()).toEqual(before);
    expect(await measure()).toEqual({ removed: false, status: 'running', title: 'Sprachmittlung', partners: [partner], indicators: [town.indicatorId] });
    expect((await world.pool.query('SELECT count(*)::int AS count FROM measures WHERE section_id = $1', [draft.sectionId])).rows).toEqual([{ count: 1 }]);

    await restore(keptVersionId);
    expect(await measure()).toMatchObject({ removed: true });
  });

  it('tells of itself and of what comes back, with who did it, and keeps what was there', async () => {
    const versionId = await keep();
    await get(RemoveConceptObjectCommand).run(asking(town.first), { object: 'measure', id: measureId });
    const events = await eventsSince(() => restore(versionId));
    expect(events.map(({ name }) => name)).toEqual(['concept.version.restored', 'concept.measure.added']);
    expect(events.map(({ actor }) => actor.personId)).toEqual([town.second.personId, town.second.personId]);
    expect(events[0]?.payload).toEqual({ versionId, sectionId: draft.sectionId, keptVersionId: expect.any(String) });
    expect(await versionNames()).toEqual(['named: Stand nach der Konferenz', 'before_restore: Stand nach der Konferenz']);
  });

  it('changes nothing, keeps nothing and tells nothing when the text says the same already', async () => {
    const versionId = await keep();
    expect(await eventsSince(() => restore(versionId))).toEqual([]);
    expect(await versionNames()).toHaveLength(1);
  });

  it('keeps what was typed and had not reached the tables yet', async () => {
    const versionId = await keep();
    const blockId = newRandomBlock();
    await world.store.type(draft.documentId, town.first, (document) => void appendBlocks(document, [{ type: 'measure', id: blockId, title: 'Eben getippt' }]));
    const { keptVersionId } = await restore(versionId);
    const titles = async (): Promise<string[]> => (await world.pool.query<{ title: string }>('SELECT title FROM measures WHERE section_id = $1 AND removed_at IS NULL ORDER BY ordinal', [draft.sectionId])).rows.map(({ title }) => title);
    expect(await titles()).toEqual(['Sprachmittlung']);
    await restore(keptVersionId);
    expect(await titles()).toEqual(['Sprachmittlung', 'Eben getippt']);
  });

  it('happens once for a key, however often it is sent', async () => {
    const versionId = await keep();
    await world.store.type(draft.documentId, town.first, (document) => removeBlock(document, blockOf(document)));
    const context = asking(town.second);
    const first = await get(RestoreVersionCommand).run(context, versionId);
    expect(await get(RestoreVersionCommand).run(context, versionId)).toEqual(first);
    expect(await versionNames()).toHaveLength(2);
  });
});

const newRandomBlock = (): string => '7f1a1f9e-1111-4111-8111-0000000000aa';
const blockOf = (document: Parameters<typeof removeBlock>[0]): string => (document.getXmlFragment('body').get(0) as unknown as { getAttribute(name: string): string }).getAttribute('id');

describe('keeping', () => {
  it('tells of itself without the name', async () => {
    const events = await eventsSince(() => keep('Vor dem Workshop', 'Damit wir vergleichen können'));
    expect(events).toMatchObject([{ name: 'concept.version.kept', payload: { sectionId: draft.sectionId }, actor: { personId: town.first.personId } }]);
    expect(JSON.stringify(events)).not.toContain('Workshop');
  });

  it.each([
    ['no name', '  ', null, 'NAME_REQUIRED', 'name'], ['a name that is too long', 'x'.repeat(121), null, 'NAME_TOO_LONG', 'name'],
    ['a reason that is too long', 'Stand', 'x'.repeat(1001), 'TEXT_TOO_LONG', 'reason'], ['a name that cannot be stored', 'a\u0000', null, 'TEXT_NOT_STORABLE', 'name'],
  ])('is refused with %s', async (_what, name, reason, code, field) => {
    await expect(keep(name, reason)).rejects.toMatchObject({ details: [{ code, path: [field] }] });
    expect(await versionNames()).toEqual([]);
  });
});

describe('who may', () => {
  it('of another municipality finds neither section nor version', async () => {
    const versionId = await keep();
    await expect(keep('x', null, elsewhere.first)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(restore(versionId, elsewhere.office)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(restore(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { data } = await world.ask(elsewhere.first, `{ compareVersion(uuid: "${versionId}") { addedCount } node(id: "${encodeGlobalId('SectionVersion', versionId)}") { id } }`);
    expect(data).toEqual({ compareVersion: null, node: null });
  });

  it('may neither keep nor restore once the edition is adopted, but still read and compare', async () => {
    const versionId = await keep();
    await setStatus('running', null);
    await freeze();
    for (const refused of [() => keep('zu spät'), () => restore(versionId)]) await expect(refused()).rejects.toMatchObject({ details: [{ code: 'EDITION_FROZEN' }] });
    const { data } = await world.ask(town.first, `{ compareVersion(uuid: "${versionId}") { changedCount } }`);
    expect(data).toEqual({ compareVersion: { changedCount: 1 } });
  });

  it('reads a published text without having a part in it, and does not see how it came to be', async () => {
    const versionId = await keep();
    await world.pool.query(`UPDATE editions SET visibility = 'published' WHERE id = $1`, [draft.editionId]);
    for (const visitor of [null, elsewhere.first]) {
      const { data } = await world.ask(visitor, `{ section(uuid: "${draft.sectionId}") { title versions { totalCount } } compareVersion(uuid: "${versionId}") { addedCount } }`);
      expect(data).toEqual({ section: { title: 'Sprache', versions: null }, compareVersion: null });
    }
  });
});

describe('over GraphQL', () => {
  it('versions are listed with who kept them, newest first, and read as they were', async () => {
    await keep('Erste', 'Vor dem Workshop');
    await setStatus('running', null);
    const second = await keep('Zweite', null, town.second);
    const { data, errors } = await world.ask(town.first, `{ section(uuid: "${draft.sectionId}") { versions(first: 1) {
      totalCount pageInfo { hasNextPage } edges { node { uuid kind name reason keptByName keptByOrganisation { name } restoredVersion { name } section { title } readingHtml } } } } }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ section: { versions: { totalCount: 2, pageInfo: { hasNextPage: true }, edges: [{ node: {
      uuid: second, kind: 'NAMED', name: 'Zweite', reason: null, keptByName: 'Verband', keptByOrganisation: { name: 'Verband' }, restoredVersion: null, section: { title: 'Sprache' },
      readingHtml: expect.stringContaining('Sprachmittlung'),
    } }] } } });
  });

  it('the difference is told in words, fields and names, page by page', async () => {
    const [, partner] = town.organisations;
    const versionId = await keep();
    await setMember('partner', partner as string, true);
    await setMember('indicator', town.indicatorId, true);
    await setStatus('running', null);
    await get(EditFieldCommand).setTitle(asking(town.first), { object: 'measure', id: measureId, title: 'Sprachmittlung für alle', expected: 'Sprachmittlung' });
    await get(AddConceptObjectCommand).run(asking(town.first), { object: 'goal', sectionId: draft.sectionId, title: 'Ankommen', description: null, afterBlockId: null });
    const blocks = `pageInfo { hasNextPage endCursor } totalCount edges { node { kind change aspects words { kind text } values { field fromValue toValue toOrganisation { name } } } }`;
    const ask = (after: string): ReturnType<ConceptWorld['ask']> => world.ask(town.first, `{ compareVersion(uuid: "${versionId}") { addedCount removedCount changedCount otherVersion { id } blocks(first: 1, changedOnly: true${after}) { ${blocks} } } }`);
    const { data, errors } = await ask('');
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ compareVersion: { addedCount: 1, removedCount: 0, changedCount: 1, otherVersion: null, blocks: { totalCount: 2, pageInfo: { hasNextPage: true }, edges: [{ node: {
      kind: 'MEASURE', change: 'CHANGED', aspects: ['WORDS', 'VALUES'], words: [{ kind: 'SAME', text: 'Sprachmittlung' }, { kind: 'ADDED', text: ' für alle' }],
      values: [
        { field: 'indicator', fromValue: null, toValue: expect.any(String), toOrganisation: null }, { field: 'partner', fromValue: null, toValue: null, toOrganisation: { name: 'Verein' } },
        { field: 'status', fromValue: null, toValue: 'RUNNING', toOrganisation: null },
      ],
    } }] } } });
    const cursor = (data?.['compareVersion'] as { blocks: { pageInfo: { endCursor: string } } }).blocks.pageInfo.endCursor;
    const next = await ask(`, after: "${cursor}"`);
    expect(next.data).toMatchObject({ compareVersion: { blocks: { pageInfo: { hasNextPage: false }, edges: [{ node: { kind: 'GOAL', change: 'ADDED' } }] } } });
  });
});
