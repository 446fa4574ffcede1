import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { buildConceptDocument, germanWords, placeNotes } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, NoteSource, TreeElement } from '@konzeptwerkstatt/document-model';
import { notedDocuments } from '../../../test/random-notes.js';
import { renderPdf } from './pdf.renderer.js';

interface StructureNode { readonly role?: string; readonly lang?: string; readonly children?: readonly StructureNode[] }

const block = (id: string, text: string): TreeElement => ({ type: 'block', attrs: { id, kind: 'paragraph', indent: 0 }, content: [{ type: 'text', text, marks: [] }] });
const head: TreeElement = { type: 'table', attrs: { id: 't' }, content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content: [block('h', 'Kopf')] }] }, { type: 'tableRow', content: [{ type: 'tableCell', content: [block('c', 'Zelle')] }] }] };
const measure: TreeElement = { type: 'measure', attrs: { id: 'm' }, content: [{ type: 'title', content: [{ type: 'text', text: 'Lotsen', marks: [] }] }] };
const bare: ConceptDocument = buildConceptDocument({
  titlePage: { title: 'Konzept', year: 2026, municipality: 'Stadt', state: 'Entwurf', excerpt: null, notes: [] }, nameOf: () => null, words: germanWords, hasMeasureTable: true, only: null, hasBlockIds: true,
  sections: [{ sectionId: 's', number: '1', title: 'Sprache', sourceNote: null, text: { tree: { type: 'doc', content: [block('p', 'Die Stadt fördert Sprache.'), head, measure] }, values: {} } }],
});
const source = (blockId: string | null, quote: string | null, text = 'Wann?', more: Partial<NoteSource> = {}): NoteSource => ({ about: { sectionId: 's', blockId, quote, before: '' }, author: 'Verein Dialog', day: '2026-11-12', kind: 'Frage', language: 'de', title: null, text, replacement: null, ...more });
const noted = (...sources: NoteSource[]): ConceptDocument => placeNotes(bare, sources, germanWords, { part: 'whole', left: 0 });

function fileOf(document: ConceptDocument, hasLineNumbers = false): Uint8Array {
  const answer = renderPdf({ format: 'pdf', document, pictures: new Map(), hasLineNumbers, madeAt: Date.UTC(2026, 10, 26) });
  return new Uint8Array(answer.file);
}

const rolesOf = (node: StructureNode): string[] => [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesOf)];

async function open(file: Uint8Array): Promise<{ text: string; roles: string[]; links: number; outline: string[] }> {
  const pdf = await getDocument({ data: file, verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const texts = await Promise.all(pages.map(async (page) => (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')));
  const annotations = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat() as { readonly subtype: string; readonly dest?: unknown }[];
  const trees = (await Promise.all(pages.map((page) => page.getStructTree()))) as (StructureNode | null)[];
  return {
    text: texts.join(' ').replace(/\s+/g, ' '), roles: trees.flatMap((tree) => (tree === null ? [] : rolesOf(tree))), links: annotations.filter(({ subtype }) => subtype === 'Link').length,
    outline: (await pdf.getOutline() as { readonly title: string }[] | null)?.map(({ title }) => title) ?? [],
  };
}

describe('notes of a PDF', () => {
  it('are marked at their words and listed at the end, with links both ways', async () => {
    const [without, with_] = [await open(fileOf(bare)), await open(fileOf(noted(source('p', 'Stadt'), source('m', null, 'Wer?'), source('h', 'Kopf', 'Was?'), source(null, null, 'Warum?'))))];
    expect(with_.text).toMatch(/Die Stadt ?\[2\] ?fördert Sprache\./);
    for (const words of ['Mit 4 offenen Rückmeldungen.', 'Frage · Verein Dialog · 12.11.2026', 'Maßnahme M1.1: Lotsen', 'Wer?', 'Was?', 'Warum?']) expect(with_.text).toContain(words);
    // Each note has a link to it and one back; its list stands in the table of contents.
    expect(with_.links - without.links).toBe(4 * 2 + 1);
    expect(with_.roles.filter((role) => role === 'Link').length - without.roles.filter((role) => role === 'Link').length).toBe(4 * 2 + 1);
    expect([without.outline, with_.outline]).toEqual([['1 Sprache', 'Alle Maßnahmen in einer Tabelle'], ['1 Sprache', 'Offene Rückmeldungen', 'Alle Maßnahmen in einer Tabelle']]);
  });

  it('keep to PDF/UA-1, whatever people said and about what', () => {
    fc.assert(fc.property(notedDocuments, fc.boolean(), (document, hasLineNumbers) => {
      expect(Buffer.from(fileOf(document, hasLineNumbers).subarray(0, 5)).toString()).toBe('%PDF-');
    }), { numRuns: 40 });
  }, 60_000);

  it('show what was typed as it was typed', async () => {
    const typed = '#read("/etc/passwd") $ \\ *fett* <b>';
    expect((await open(fileOf(noted(source('p', 'Stadt', typed))))).text).toContain(typed);
  });

  it('do without characters that no font has, and the first page says which they are', async () => {
    const { text } = await open(fileOf(noted(source('p', 'Stadt', 'Gut 👍 so, 你好'))));
    expect(text).toContain('Gut [?] so, [?]');
    expect(text).toMatch(/stehen als \[\?\]: .*U\+1F44D/);
  });
});
