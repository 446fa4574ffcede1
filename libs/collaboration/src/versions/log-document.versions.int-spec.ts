import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, newRandomId } from '@konzeptwerkstatt/kernel';
import { DocumentFrozenError, VersionsFullError, type Transaction } from '@konzeptwerkstatt/contracts';
import { readText, type DocumentChange } from '@konzeptwerkstatt/document-model';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import type * as Y from 'yjs';
import { AuthorshipRig } from '../../test/authorship-rig.js';
import { CollaborationRig, personOf, until } from '../../test/collaboration-rig.js';
import { CompactDocumentProcessor } from '../index.js';
import { LogDocumentVersions } from './log-document.versions.js';

const database = useTestDatabase();
let rig: CollaborationRig;
let versions: LogDocumentVersions;
let documentId: string;
const officer = personOf('olga').actor;

const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => database().prisma.runInTransaction(work);
const write = (change: DocumentChange): Promise<unknown> => inTransaction((tx) => rig.writer.append(tx, documentId, change, officer));

async function keep(name: string): Promise<string> {
  const id = newId();
  await inTransaction((tx) => versions.keep(tx, documentId, { id, name, reason: null, actor: officer }));
  return id;
}

/** As concept does it: the change of a version, appended like any other. */
async function restore(versionId: string, replacedId = newId()): Promise<boolean> {
  return inTransaction(async (tx) => {
    const change = await versions.restoration(tx, versionId, replacedId);
    if (change !== null) await rig.writer.append(tx, documentId, change, officer);
    return change !== null;
  });
}

const [first, second, measure] = [newRandomId(), newRandomId(), newRandomId()];
const wordsOf = (doc: Y.Doc): string[] => readText(doc).tree.content.map(({ content = [] }) => content.map((node) => ('text' in node ? node.text : '')).join(''));
const textIn = (doc: Y.Doc, index: number): Y.XmlText => (doc.getXmlFragment('body').get(index) as Y.XmlElement).get(0) as Y.XmlText;

beforeEach(async () => {
  rig = new CollaborationRig(database());
  await rig.start();
  versions = new LogDocumentVersions(rig.decoder);
  documentId = await rig.createDocument();
  await write({ kind: 'appendBlocks', blocks: [{ type: 'paragraph', id: first, text: 'Eins' }, { type: 'paragraph', id: second, text: 'Zwei' }, { type: 'measure', id: measure, title: 'Lotsen', values: { status: 'idea' } }] });
});
afterEach(() => rig.stop());

describe('a version of a document', () => {
  it('says what the text said, whatever becomes of text and log', async () => {
    const before = readText(await rig.stored(documentId));
    const id = await keep('Stand nach der Konferenz');
    await write({ kind: 'removeBlock', blockId: first });
    await write({ kind: 'setFields', blockId: measure, values: { status: 'done' } });
    await database().pool.query('UPDATE engine.document_update SET projected = true WHERE document_id = $1', [documentId]);
    await new CompactDocumentProcessor(database().prisma, rig.decoder).process({ documentId });
    expect(await versions.readText(database().prisma.client, id)).toEqual(before);
    expect(await restore(id)).toBe(true);
    expect(readText(await rig.stored(documentId))).toEqual(before);
    expect(await restore(id)).toBe(false);
  });

  it('is listed newest first with who kept it, page by page, apart from those of other documents', async () => {
    const other = documentId;
    await keep('anderswo');
    documentId = await rig.createDocument();
    const ids = [await keep('a'), await keep('b'), await keep('c')];
    const list = await versions.listByDocuments(database().prisma.client, [documentId], { offset: 1, limit: 2 });
    expect(list).toMatchObject([{ id: ids[1], name: 'b', total: 3 }, { id: ids[0], name: 'a', kind: 'named', personId: officer.personId, organisationId: officer.organisationId }]);
    expect(Date.now() - Date.parse(list[0]?.keptAt ?? '')).toBeLessThan(60_000);
    expect((await versions.listByDocuments(database().prisma.client, [documentId, other], { offset: 0, limit: 10 })).map(({ name }) => name).sort()).toEqual(['a', 'anderswo', 'b', 'c']);
  });

  it('shows what changed since, and against another version', async () => {
    const id = await keep('vorher');
    await write({ kind: 'setFields', blockId: measure, values: { status: 'done' } });
    const later = await keep('nachher');
    await write({ kind: 'removeBlock', blockId: first });
    const changes = async (otherId: string | null): Promise<unknown[]> =>
      (await versions.compare(database().prisma.client, id, otherId)).blocks.filter(({ change }) => change !== 'unchanged').map(({ blockId, change }) => [blockId, change]);
    expect(await changes(later)).toEqual([[measure, 'changed']]);
    expect(await changes(null)).toEqual([[first, 'removed'], [measure, 'changed']]);
  });

  it('is not compared with one of another document, and not found when it does not exist', async () => {
    const id = await keep('hier');
    documentId = await rig.createDocument();
    const elsewhere = await keep('dort');
    const { client } = database().prisma;
    const asked: (() => Promise<unknown>)[] = [
      () => versions.compare(client, id, elsewhere), () => versions.compare(client, newId(), null), () => versions.readText(client, newId()), () => inTransaction((tx) => versions.restoration(tx, newId(), newId())),
    ];
    for (const ask of asked) await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what cannot be kept', () => {
  it('is a text that is frozen; restoring it is refused as well', async () => {
    const id = await keep('vorher');
    await write({ kind: 'removeBlock', blockId: first });
    await inTransaction((tx) => rig.writer.freeze(tx, documentId));
    await expect(keep('zu spät')).rejects.toThrow(DocumentFrozenError);
    await expect(restore(id)).rejects.toThrow(DocumentFrozenError);
  });

  it('is one more than a document may have, and then nothing is restored either', async () => {
    const id = await keep('vorher');
    await database().pool.query(
      `INSERT INTO engine.document_version (id, document_id, kind, name, state) SELECT gen_random_uuid(), $1, 'named', 'viele', '\\x0000' FROM generate_series(1, 499)`, [documentId]);
    await expect(keep('noch eine')).rejects.toThrow(VersionsFullError);
    await write({ kind: 'removeBlock', blockId: first });
    await expect(restore(id)).rejects.toThrow(VersionsFullError);
    expect(wordsOf(await rig.stored(documentId))).not.toContain('Eins');
  });
});

describe('restoring while others have the text open', () => {
  it('reaches everybody at once and takes nothing from what they type in another block', async () => {
    const anna = await rig.connected(documentId, 'anna');
    const id = await keep('vorher');
    await write({ kind: 'removeBlock', blockId: first });
    await until(() => wordsOf(anna.doc)[0] === 'Zwei');
    // Typed before the restoring arrives at her.
    textIn(anna.doc, 0).insert(4, ' und mehr');
    await restore(id);
    textIn(anna.doc, wordsOf(anna.doc).indexOf('Zwei und mehr')).insert(0, 'Immer noch: ');
    await until(() => wordsOf(anna.doc).length === 3 && wordsOf(anna.doc)[0] === 'Eins');
    await until(async () => wordsOf(await rig.stored(documentId)).join('|').includes('Immer noch: '));
    expect(wordsOf(await rig.stored(documentId))).toEqual(wordsOf(anna.doc));
    expect(wordsOf(anna.doc)[1]).toMatch(/^Immer noch: Zwei/);
  });

  it('loses no letter of what is typed in the very block at that moment: it is in the text or in what was kept before', async () => {
    const anna = await rig.connected(documentId, 'anna');
    const id = await keep('vorher');
    const letters = Array.from({ length: 400 }, (_, index) => `<${index}>`);
    let typed = 0;
    const typing = setInterval(() => {
      if (typed < letters.length) textIn(anna.doc, 0).insert(textIn(anna.doc, 0).length, letters[typed++] as string);
    }, 1);
    await until(() => typed > 100);
    const kept = newId();
    await inTransaction(async (tx) => {
      const change = await versions.restoration(tx, id, kept);
      // As projecting and comparing take their time in between.
      await new Promise((resolve) => setTimeout(resolve, 100));
      await rig.writer.append(tx, documentId, change as DocumentChange, officer);
    });
    await until(() => typed === letters.length, 20_000);
    clearInterval(typing);
    const everything = async (): Promise<string> => wordsOf(await rig.stored(documentId)).join('');
    await until(async () => (await everything()).includes('<399>'));
    const before = JSON.stringify((await versions.readText(database().prisma.client, kept)).tree.content[0]);
    const after = await everything();
    expect(letters.filter((letter) => !before.includes(letter) && !after.includes(letter))).toEqual([]);
    expect(letters.filter((letter) => before.includes(letter) && after.includes(letter))).toEqual([]);
    expect(after).toContain(wordsOf(anna.doc)[0]);
  });

  it('brings words back under the name of who wrote them', async () => {
    const who = new AuthorshipRig(rig);
    await inTransaction((tx) => rig.writer.append(tx, documentId, { kind: 'appendBlocks', blocks: [{ type: 'paragraph', text: 'Von Anna geschrieben' }] }, personOf('anna').actor));
    const id = await keep('vorher');
    const told = await who.told(documentId);
    expect(told).toContain('anna: Von Anna geschrieben');
    const annas = readText(await rig.stored(documentId)).tree.content.at(-1)?.attrs?.['id'] as string;
    await write({ kind: 'removeBlock', blockId: annas });
    await database().pool.query('UPDATE engine.document_update SET projected = true WHERE document_id = $1', [documentId]);
    await new CompactDocumentProcessor(database().prisma, rig.decoder).process({ documentId });
    // What was just removed would be recognised without the version.
    await database().pool.query('DELETE FROM engine.removed_text');
    await restore(id);
    expect(await who.told(documentId)).toEqual(told);
  });

  it('can be taken back by restoring what was kept before it', async () => {
    const id = await keep('vorher');
    await write({ kind: 'removeBlock', blockId: first });
    await write({ kind: 'setFields', blockId: measure, values: { status: 'done' } });
    const changed = readText(await rig.stored(documentId));
    const before = newId();
    await restore(id, before);
    expect(await versions.findByIds(database().prisma.client, [before])).toMatchObject([{ kind: 'before_restore', name: 'vorher', restoredId: id, personId: officer.personId }]);
    await restore(before);
    expect(readText(await rig.stored(documentId))).toEqual(changed);
  });
});
