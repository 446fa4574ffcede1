import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { appendBlocks, newBlockId, readContent, removeBlock } from '@konzeptwerkstatt/document-model';
import { until, useApplication, type GraphqlVisitor, type RoomClient } from '@konzeptwerkstatt/test-support';
import { EditionActivityDocument, KeepVersionDocument, RestoreVersionDocument, SectionVersionsDocument, SetMeasureStatusDocument, VersionComparisonDocument, type VersionEntryFragment } from '../../../libs/web/data/src/generated/graphql.js';
import { addMeasure, key, newDesk, rowsOf, type Desk } from './desk.js';

const application = useApplication();
const globalId = (type: string, uuid = randomUUID()): string => Buffer.from(`${type}:${uuid}`).toString('base64url');

async function keep(visitor: GraphqlVisitor, { sectionId }: Desk, name = 'Stand nach der Konferenz'): Promise<VersionEntryFragment> {
  const { keepVersion } = await visitor.get(KeepVersionDocument, { input: { sectionId, name, reason: 'Vor dem Workshop', idempotencyKey: key() } });
  if (!keepVersion.version) throw new Error(`no version: ${JSON.stringify(keepVersion.errors)}`);
  return keepVersion.version;
}

const restore = async (visitor: GraphqlVisitor, versionId: string, idempotencyKey = key()) => (await visitor.get(RestoreVersionDocument, { input: { versionId, idempotencyKey } })).restoreVersion;
const versionsOf = async (visitor: GraphqlVisitor, { sectionUuid }: Desk): Promise<readonly VersionEntryFragment[]> =>
  (await visitor.get(SectionVersionsDocument, { uuid: sectionUuid })).section?.versions?.edges.map(({ node }) => node) ?? [];
const wordsIn = ({ doc }: RoomClient): string[] => readContent(doc).blocks.map(({ text }) => text);

describe('a version of a field of action', () => {
  it('is kept by one, compared and restored by another while a third goes on writing, and nothing is lost', async () => {
    const [desk, office, contributor, welfare] = [await newDesk(application()), await application().as('office'), await application().as('contributor'), await application().as('welfare')];
    const measure = await addMeasure(contributor, desk, 'Sprachmittlung');
    const room = await application().join(welfare, desk.documentId);
    const [changed, untouched, late] = [newBlockId(), newBlockId(), newBlockId()];
    appendBlocks(room.doc, [{ type: 'paragraph', id: changed, text: 'Die Stadt fördert Vereine.' }, { type: 'paragraph', id: untouched, text: 'Hier wird geschrieben' }]);
    await until(async () => (await office.get<{ section: { readingHtml: string } }>('query ($uuid: String!) { section(uuid: $uuid) { readingHtml } }', { uuid: desk.sectionUuid })).section.readingHtml.includes('Hier wird geschrieben'), 'the words are stored');
    const version = await keep(office, desk);
    expect(version).toMatchObject({ kind: 'NAMED', name: 'Stand nach der Konferenz', reason: 'Vor dem Workshop', keptByName: expect.any(String), keptByOrganisation: { name: expect.any(String) }, restoredVersion: null });

    await contributor.get(SetMeasureStatusDocument, { input: { measureId: measure.id, status: 'RUNNING', expected: null, idempotencyKey: key() } });
    removeBlock(room.doc, changed);
    appendBlocks(room.doc, [{ type: 'paragraph', id: late, text: 'Erst später geschrieben' }]);
    const compared = async () => (await contributor.get(VersionComparisonDocument, { uuid: version.uuid, changedOnly: true })).compareVersion;
    await until(async () => (await compared())?.addedCount === 1, 'the comparison knows what was typed');
    const told = (await compared())?.blocks.edges.map(({ node: { kind, change, words, values } }) => [kind, change, words.map(({ text }) => text).join(''), values.map(({ field, fromValue, toValue }) => [field, fromValue, toValue])]);
    expect(told).toEqual([
      ['MEASURE', 'CHANGED', 'Sprachmittlung', [['status', null, 'RUNNING']]], ['PARAGRAPH', 'REMOVED', 'Die Stadt fördert Vereine.', []], ['PARAGRAPH', 'ADDED', 'Erst später geschrieben', []],
    ]);

    // Written without the restoring being known: offline for a moment.
    room.provider.disconnect();
    typeInto(room, untouched, ' – und zwar jetzt');
    const restored = await restore(contributor, version.id);
    expect(restored).toMatchObject({ section: { id: desk.sectionId }, keptVersion: { kind: 'BEFORE_RESTORE', restoredVersion: { id: version.id } }, errors: [] });
    expect(await rowsOf(office, desk)).toMatchObject([{ id: measure.id, status: null }]);
    room.provider.connect();
    await until(() => wordsIn(room).includes('Die Stadt fördert Vereine.') && !wordsIn(room).includes('Erst später geschrieben'), 'the open text follows');
    expect(wordsIn(room)).toEqual(['Sprachmittlung', 'Die Stadt fördert Vereine.', 'Hier wird geschrieben – und zwar jetzt']);

    // What was there before comes back the same way.
    await restore(office, restored.keptVersion?.id ?? '');
    await until(() => wordsIn(room).includes('Erst später geschrieben'), 'the restoring is taken back');
    expect(await rowsOf(office, desk)).toMatchObject([{ id: measure.id, status: 'RUNNING' }]);
    expect((await versionsOf(office, desk)).map(({ kind, restoredVersion }) => [kind, restoredVersion?.kind ?? null])).toEqual([['BEFORE_RESTORE', 'BEFORE_RESTORE'], ['BEFORE_RESTORE', 'NAMED'], ['NAMED', null]]);
    await until(async () => {
      const { edition } = await office.get(EditionActivityDocument, { uuid: desk.editionUuid });
      const names = edition?.activity.edges.filter(({ node }) => node.section?.id === desk.sectionId).map(({ node }) => node.name) ?? [];
      return names.includes('concept.version.kept') && names.filter((name) => name === 'concept.version.restored').length === 2;
    }, 'the activity tells of it');
  });

  it('is kept and restored once for a key, however often it is sent', async () => {
    const [desk, office] = [await newDesk(application()), await application().as('office')];
    const input = { sectionId: desk.sectionId, name: 'Einmal', idempotencyKey: key() };
    const [first, again] = [await office.get(KeepVersionDocument, { input }), await office.get(KeepVersionDocument, { input })];
    expect(again.keepVersion.version?.id).toBe(first.keepVersion.version?.id);
    await addMeasure(office, desk, 'Seitdem');
    const repeated = key();
    const kept = [await restore(office, first.keepVersion.version?.id ?? '', repeated), await restore(office, first.keepVersion.version?.id ?? '', repeated)].map(({ keptVersion }) => keptVersion?.id);
    expect(kept[1]).toBe(kept[0]);
    expect(await versionsOf(office, desk)).toHaveLength(2);
    const reused = await office.get(KeepVersionDocument, { input: { ...input, name: 'Etwas anderes' } });
    expect(reused.keepVersion.errors.map(({ code }) => code)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });
});

function typeInto({ doc }: RoomClient, blockId: string, words: string): void {
  const block = doc.getXmlFragment('body').toArray().find((child) => 'getAttribute' in child && child.getAttribute('id') === blockId);
  const text = block && 'toArray' in block ? block.toArray().find((child) => 'insert' in child && 'length' in child && child.length > 0) : undefined;
  if (text === undefined || !('format' in text)) throw new Error('no such block');
  text.insert(text.length, words);
}

describe('what is refused', () => {
  it.each([['nothing', '', 'NAME_REQUIRED at name'], ['spaces only', ' \t ', 'NAME_REQUIRED at name'], ['121 characters', 'x'.repeat(121), 'NAME_TOO_LONG at name'], ['a NUL', 'a\u0000b', 'TEXT_NOT_STORABLE']])(
    'is a name of %s, beside the field, and nothing is kept', async (_what, name, expected) => {
      const [desk, office] = [await newDesk(application()), await application().as('office')];
      const { keepVersion } = await office.get(KeepVersionDocument, { input: { sectionId: desk.sectionId, name, idempotencyKey: key() } });
      expect(keepVersion.version).toBeNull();
      expect(keepVersion.errors.map(({ code, path }) => `${code} at ${path.join('.')}`)).toEqual([expect.stringContaining(expected)]);
      expect(await versionsOf(office, desk)).toEqual([]);
    });

  it('is an id of something else, of nothing, or of another municipality: all look the same', async () => {
    const [desk, office, foreign] = [await newDesk(application()), await application().as('office'), await application().as('foreignOffice')];
    const version = await keep(office, desk);
    const codes = async (visitor: GraphqlVisitor, versionId: string): Promise<(string | undefined)[]> =>
      (await visitor.run(RestoreVersionDocument, { input: { versionId, idempotencyKey: key() } })).errors.map(({ extensions }) => extensions.code);
    for (const id of [globalId('SectionVersion'), desk.sectionId, 'unsinn', '']) expect(await codes(office, id)).toEqual(['NOT_FOUND']);
    expect(await codes(foreign, version.id)).toEqual(['NOT_FOUND']);
    const kept = await foreign.run(KeepVersionDocument, { input: { sectionId: desk.sectionId, name: 'Fremd', idempotencyKey: key() } });
    expect(kept.errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    for (const [visitor, variables] of [
      [foreign, { uuid: version.uuid }], [office, { uuid: randomUUID() }], [office, { uuid: 'unsinn' }], [office, { uuid: version.uuid, otherUuid: randomUUID() }], [office, { uuid: version.uuid, otherUuid: 'unsinn' }],
    ] as const) {
      expect((await visitor.get(VersionComparisonDocument, { ...variables, changedOnly: false })).compareVersion).toBeNull();
    }
    const elsewhere = await keep(office, await newDesk(application()));
    expect((await office.get(VersionComparisonDocument, { uuid: version.uuid, otherUuid: elsewhere.uuid, changedOnly: false })).compareVersion).toBeNull();
  });

  it('is keeping and restoring once the edition is adopted; comparing stays possible', async () => {
    const [desk, office] = [await newDesk(application()), await application().as('office')];
    const version = await keep(office, desk);
    await addMeasure(office, desk, 'Seitdem');
    const { pool } = application().database;
    await pool.query('UPDATE editions SET frozen_at = now() WHERE id = $1', [desk.editionUuid]);
    try {
      const { keepVersion } = await office.get(KeepVersionDocument, { input: { sectionId: desk.sectionId, name: 'Zu spät', idempotencyKey: key() } });
      expect([keepVersion.errors, (await restore(office, version.id)).errors].map(([error]) => error?.code)).toEqual(['EDITION_FROZEN', 'EDITION_FROZEN']);
      expect((await office.get(VersionComparisonDocument, { uuid: version.uuid, changedOnly: true })).compareVersion?.addedCount).toBe(1);
    } finally {
      await pool.query('UPDATE editions SET frozen_at = NULL WHERE id = $1', [desk.editionUuid]);
    }
  });

  it('is asking for very many comparisons at once', async () => {
    const office = await application().as('office');
    const asked = Array.from({ length: 40 }, (_, index) => `c${index}: compareVersion(uuid: "${randomUUID()}") { addedCount }`).join(' ');
    expect((await office.run(`{ ${asked} }`)).errors[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
  });
});
