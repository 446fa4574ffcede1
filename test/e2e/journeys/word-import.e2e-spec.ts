import { describe, expect, it } from '@jest/globals';
import { until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import {
  ApplyWordImportDocument, ConceptListDocument, RecentImportsDocument, RenameSectionDocument, StartWordImportDocument, UndoWordImportDocument, WordImportProgressDocument, WordImportResultDocument,
  WordImportSectionsDocument, type WordImportProgressQuery,
} from '../../../libs/web/data/src/generated/graphql.js';
import { cell, heading, item, namespaces, p, run, table, wordFile } from '../../../libs/concept/test/word-file.js';
import { onePixel } from '../../../libs/reporting/test/one-pixel.js';
import { uploadWordFile } from '../access-matrix/upload-word-file.js';
import { key } from './desk.js';

const application = useApplication();
type Import = NonNullable<WordImportProgressQuery['wordImport']>;

const footnotes = `<w:footnotes ${namespaces}><w:footnote w:id="2">${p('Stadtrat 2024')}</w:footnote></w:footnotes>`;
const picture = '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild 1" descr="Menschen an einem Tisch"/><a:blip r:embed="bild"/></wp:inline></w:drawing></w:r></w:p>';
const concept = wordFile([
  p('Herzlich willkommen.'), heading(1, '1. Ausgangslage'), p(`${run('Viele')}${run(' Menschen', '<w:b/>')}<w:r><w:footnoteReference w:id="2"/></w:r>`), picture, p('Auftakt im Rathaus', '<w:pStyle w:val="Beschriftung"/>'), heading(2, 'Zahlen'), table(cell(p(run('Jahr', '<w:b/>'))) + cell(p(run('Zahl', '<w:b/>'))), cell('2025') + cell('7', '<w:gridSpan w:val="1"/>')),
  heading(1, '2. Handlungsfeld Sprache'), item('Kurse', 1), item('für alle', 2, 1), heading(1, '3. Anhang'), p('Weg damit'),
].join(''), { parts: { 'word/footnotes.xml': footnotes, 'word/media/a.png': onePixel }, relations: [['f', 'footnotes', 'footnotes.xml'], ['bild', 'image', 'media/a.png']] });

async function reached(visitor: GraphqlVisitor, uuid: string, states: readonly string[]): Promise<Import> {
  let now: Import | null | undefined;
  await until(async () => states.includes((now = (await visitor.get(WordImportProgressDocument, { uuid })).wordImport)?.state ?? ''), `the import is ${states.join(' or ')}`, 20_000);
  return now as Import;
}

async function editionOf(office: GraphqlVisitor): Promise<{ id: string; uuid: string }> {
  const node = (await office.get(ConceptListDocument, {})).editions.edges[0]?.node;
  if (node === undefined) throw new Error('no concept');
  return node;
}

async function brought(office: GraphqlVisitor, content: Uint8Array): Promise<Import> {
  const { startWordImport } = await office.get(StartWordImportDocument, { input: { editionId: (await editionOf(office)).id, fileId: await uploadWordFile(office, content), idempotencyKey: key() } });
  return reached(office, startWordImport.wordImport?.uuid ?? '', ['READY', 'FAILED']);
}

const titlesOf = async (office: GraphqlVisitor): Promise<string[]> => {
  const { edition } = await office.get<{ edition: { sections: { edges: { node: { title: string } }[] } } }>('query ($uuid: String!) { edition(uuid: $uuid) { sections(first: 100) { edges { node { title } } } } }', { uuid: (await editionOf(office)).uuid });
  return edition.sections.edges.map(({ node }) => node.title);
};
const html = async (office: GraphqlVisitor, uuid: string): Promise<string> => (await office.get<{ section: { readingHtml: string } }>('query ($uuid: String!) { section(uuid: $uuid) { readingHtml } }', { uuid })).section.readingHtml;
const imported = async (office: GraphqlVisitor, uuid: string) => (await office.get(WordImportResultDocument, { uuid })).wordImport?.imported.edges.map(({ node }) => node) ?? [];

async function taken(office: GraphqlVisitor, { id, uuid }: Import): Promise<readonly { uuid: string; title: string; state: string }[]> {
  const sections = [{ index: 1, title: ' Ausgangslage heute ', kind: 'CHAPTER' as const }, { index: 2, title: 'Sprache', kind: 'FIELD_OF_ACTION' as const }];
  const { applyWordImport } = await office.get(ApplyWordImportDocument, { input: { importId: id, level: 1, sections, idempotencyKey: key() } });
  expect(applyWordImport.errors).toEqual([]);
  expect((await reached(office, uuid, ['DONE', 'FAILED'])).state).toBe('DONE');
  return imported(office, uuid);
}

describe('a concept that exists as a Word document', () => {
  it('is suggested as sections, taken over as chosen, and taken out again as a whole', async () => {
    const office = await application().as('office');
    const before = await titlesOf(office);
    const read = await brought(office, concept);
    expect(read).toMatchObject({ suggestedLevel: 1, levels: [{ level: 1, count: 3 }, { level: 2, count: 1 }], notes: [{ kind: 'FOOTNOTES', count: 1 }] });
    const { wordImport } = await office.get(WordImportSectionsDocument, { uuid: read.uuid, level: 1 });
    expect(wordImport?.sections.edges.map(({ node }) => [node.title, node.kind, node.words, node.tables, node.lists, node.pictures])).toEqual([
      ['', 'CHAPTER', 2, 0, 0, 0], ['Ausgangslage', 'CHAPTER', 7, 1, 0, 1], ['Handlungsfeld Sprache', 'FIELD_OF_ACTION', 3, 0, 1, 0], ['Anhang', 'CHAPTER', 2, 0, 0, 0],
    ]);
    const sections = await taken(office, read);
    expect(sections.map(({ title, state }) => [title, state])).toEqual([['Ausgangslage heute', 'AS_IMPORTED'], ['Sprache', 'AS_IMPORTED']]);
    expect(await titlesOf(office)).toEqual([...before, 'Ausgangslage heute', 'Sprache']);
    const [first, second] = await Promise.all(sections.map(({ uuid }) => html(office, uuid)));
    for (const part of ['<strong>', '<th', '2025', 'Anmerkungen', '[1] Stadtrat 2024', 'alt="Menschen an einem Tisch"', 'Auftakt im Rathaus']) expect(first).toContain(part);
    for (const part of ['<ul>', '<ol>', 'für alle']) expect(second).toContain(part);

    const shown = /src="(\/files\/[^"]+)"/.exec(first ?? '')?.[1] ?? '/';
    expect((await fetch(`${office.origin}${shown}`, { headers: office.headers })).headers.get('content-type')).toBe('image/png');
    const { edition } = await office.get(RecentImportsDocument, { uuid: (await editionOf(office)).uuid });
    expect(edition?.recentImports.edges[0]?.node).toMatchObject({ uuid: read.uuid, kind: 'WORD_SECTIONS', state: 'DONE', mayOpen: true, mayUndo: true });

    const input = { importId: read.id, idempotencyKey: key() };
    expect((await office.get(UndoWordImportDocument, { input })).undoWordImport).toMatchObject({ errors: [], wordImport: { state: 'UNDONE' } });
    expect((await office.get(UndoWordImportDocument, { input })).undoWordImport.errors).toEqual([]);
    expect(await titlesOf(office)).toEqual(before);
  });

  it('stays when somebody has gone on working on it, and says where', async () => {
    const office = await application().as('office');
    const read = await brought(office, concept);
    const [first] = await taken(office, read);
    const { section } = await office.get<{ section: { id: string } }>('query ($uuid: String!) { section(uuid: $uuid) { id } }', { uuid: first?.uuid ?? '' });
    await office.get(RenameSectionDocument, { input: { sectionId: section.id, title: 'Anders', expected: 'Ausgangslage heute', idempotencyKey: key() } });
    const { undoWordImport } = await office.get(UndoWordImportDocument, { input: { importId: read.id, idempotencyKey: key() } });
    expect(undoWordImport.errors.map(({ code, path }) => [code, path])).toEqual([['CHANGED_SINCE_IMPORT', ['sections', first?.uuid]]]);
    expect((await imported(office, read.uuid)).map(({ state }) => state)).toEqual(['CHANGED', 'AS_IMPORTED']);
    expect(await titlesOf(office)).toContain('Sprache');
  });

  it('is refused with what is wrong, and nothing comes of it', async () => {
    const office = await application().as('office');
    const before = await titlesOf(office);
    const long = await brought(office, wordFile(heading(1, 'Lang') + Array.from({ length: 80 }, () => p('Wörter '.repeat(400))).join('')));
    const attempt = async (sections: { index: number; title: string; kind: 'CHAPTER' }[], level = 1): Promise<(string | readonly string[])[][]> => {
      const { applyWordImport } = await office.get(ApplyWordImportDocument, { input: { importId: long.id, level, sections, idempotencyKey: key() } });
      return applyWordImport.errors.map(({ code, path }) => [code, path]);
    };
    expect(await attempt([])).toEqual([['NOTHING_TO_APPLY', []]]);
    expect(await attempt([{ index: 0, title: ' ', kind: 'CHAPTER' }])).toEqual([['TITLE_REQUIRED', ['sections', '0', 'title']], ['SECTION_TOO_LONG', ['sections', '0']]]);
    expect(await brought(office, wordFile(p('')))).toMatchObject({ state: 'FAILED', problem: 'EMPTY' });
    expect(await titlesOf(office)).toEqual(before);
  });
});
