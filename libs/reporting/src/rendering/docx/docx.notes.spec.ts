import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readWordCorrections } from '@konzeptwerkstatt/concept';
import type { CorrectionsReading } from '@konzeptwerkstatt/concept';
import { buildConceptDocument, germanWords, placeNotes } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, NoteSource, TreeElement } from '@konzeptwerkstatt/document-model';
import { notedDocuments } from '../../../test/random-notes.js';
import { all, elements, parseXml, wordsIn } from '../../../test/xml-tree.js';
import type { XmlElement } from '../../../test/xml-tree.js';
import { renderDocx } from './docx.renderer.js';

const sectionId = '99999999-0000-4000-8000-000000000009';
const blockId = '00000000-1111-4000-8000-000000000001';
const block: TreeElement = { type: 'block', attrs: { id: blockId, kind: 'paragraph', indent: 0 }, content: [{ type: 'text', text: 'Die Stadt ', marks: [] }, { type: 'text', text: 'fördert Sprache.', marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }] }] };
const bare: ConceptDocument = buildConceptDocument({
  titlePage: { title: 'Konzept', year: 2026, municipality: 'Stadt', state: 'Entwurf', excerpt: null, notes: [] }, nameOf: () => null, words: germanWords, hasMeasureTable: false, only: null, hasBlockIds: true,
  sections: [{ sectionId, number: '1', title: 'Sprache', sourceNote: null, text: { tree: { type: 'doc', content: [block] }, values: {} } }],
});
const source = (more: Partial<NoteSource> = {}): NoteSource => ({ about: { sectionId, blockId, quote: 'Stadt fördert', before: 'Die ' }, author: 'Verein Dialog & Co.', day: '2026-11-12', kind: 'Frage', language: 'de', title: null, text: 'Wann?', replacement: null, ...more });
const noted = (...sources: NoteSource[]): ConceptDocument => placeNotes(bare, sources, germanWords, { part: 'whole', left: 0 });

async function fileOf(document: ConceptDocument, hasMarks = false): Promise<Uint8Array> {
  const answer = await renderDocx({ format: 'docx', document, pictures: new Map(), hasLineNumbers: false, hasMarks, madeAt: 0 });
  return answer.file;
}

const xmlOf = (file: Uint8Array, name: string): XmlElement => parseXml(strFromU8(unzipSync(file)[name] ?? strToU8('<none/>')));
const idsOf = (root: XmlElement, name: string): string[] => all(root, name).map(({ attributes }) => attributes['w:id'] ?? '');

/** The words between the ends of a comment's range. */
function wordsUnder(body: XmlElement, id: string): string {
  let isInside = false;
  const walk = (element: XmlElement): string => elements(element).map((child) => {
    if (child.name === 'w:commentRangeStart' && child.attributes['w:id'] === id) isInside = true;
    if (child.name === 'w:commentRangeEnd' && child.attributes['w:id'] === id) isInside = false;
    return child.name === 'w:t' && isInside ? child.children.join('') : walk(child);
  }).join('');
  return walk(body);
}

describe('comments of a Word document', () => {
  it('stand at their words with organisation, initials, day, language and direction', async () => {
    const file = await fileOf(noted(source(), source({ about: { sectionId, blockId: null, quote: null, before: '' }, language: 'ar', text: 'مرحبا\nبالعالم' })));
    const [body, comments] = [xmlOf(file, 'word/document.xml'), xmlOf(file, 'word/comments.xml')];
    const [onTitle, onWords] = all(comments, 'w:comment');
    expect(onWords?.attributes).toMatchObject({ 'w:id': '2', 'w:author': 'Verein Dialog & Co.', 'w:initials': 'VDC', 'w:date': '2026-11-12T00:00:00.000Z' });
    expect([wordsUnder(body, '1'), wordsUnder(body, '2')]).toEqual(['Sprache', 'Stadt fördert']);
    expect(all(onWords as XmlElement, 'w:p').map(wordsIn)).toEqual(['Frage', 'Wann?']);
    expect(all(onWords as XmlElement, 'w:lang').map(({ attributes }) => attributes['w:val'])).toEqual(['de']);
    expect(all(onTitle as XmlElement, 'w:p').map(wordsIn)).toEqual(['Frage', 'مرحبا', 'بالعالم']);
    expect([all(onTitle as XmlElement, 'w:bidi').length, all(onTitle as XmlElement, 'w:rtl').length, all(onTitle as XmlElement, 'w:lang').map(({ attributes }) => attributes['w:bidi'])]).toEqual([2, 2, ['ar', 'ar']]);
  });

  it('say what the words were that are gone, and what is to stand instead', async () => {
    const file = await fileOf(noted(source({ about: { sectionId, blockId, quote: 'Das Land', before: '' }, text: '', replacement: 'Bund und Land' })));
    expect(all(xmlOf(file, 'word/comments.xml'), 'w:p').map(wordsIn)).toEqual(['Frage', germanWords.notes.changed, 'Die Stelle im Text: Das Land', 'So soll es heißen: Bund und Land']);
    expect(wordsUnder(xmlOf(file, 'word/document.xml'), '1')).toBe('Die Stadt fördert Sprache.');
  });

  it('have one range, one reference and one text each, whatever people said, and the file is well-formed', async () => {
    await fc.assert(fc.asyncProperty(notedDocuments, async (document) => {
      const file = await fileOf(document);
      const [body, comments] = [xmlOf(file, 'word/document.xml'), xmlOf(file, 'word/comments.xml')];
      const wanted = document.notes?.notes.map(({ number }) => String(number)).toSorted();
      for (const name of ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference']) expect(idsOf(body, name).toSorted()).toEqual(wanted);
      expect(idsOf(comments, 'w:comment').toSorted()).toEqual(wanted);
      expect(all(comments, 'w:comment').every((comment) => elements(comment).at(-1)?.name === 'w:p')).toBe(true);
      expect(strFromU8(unzipSync(file)['[Content_Types].xml'] ?? new Uint8Array())).toContain('/word/comments.xml');
    }), { numRuns: 40 });
  }, 60_000);

  it('are not there without having been asked for', async () => {
    const parts = unzipSync(await fileOf(bare, true));
    expect(Object.keys(parts).filter((name) => /comment/i.test(name))).toEqual([]);
    expect(Object.entries(parts).filter(([name, bytes]) => name.endsWith('.xml') && /comment/i.test(strFromU8(bytes))).map(([name]) => name)).toEqual([]);
  });
});

describe('a Word document with comments that comes back', () => {
  const read = (file: Uint8Array): CorrectionsReading => {
    const answer = readWordCorrections(file);
    if ('problem' in answer) throw new Error(answer.problem);
    return answer;
  };

  it('says the same as one without, and that no comment is new', async () => {
    const [with_, without] = [read(await fileOf(noted(source(), source({ language: 'ar', text: 'مرحبا\nبالعالم', replacement: '' })), true)), read(await fileOf(bare, true))];
    const paragraphs = ({ paragraphs: found }: CorrectionsReading) => found.slice(found.findIndex(({ mark }) => mark?.kind === 'section'));
    expect(paragraphs(with_)).toEqual(paragraphs(without));
    expect([with_.sent, with_.notes.comments]).toEqual([without.sent, 0]);
  });

  it('tells a colleague\'s comment from those that went out', async () => {
    const parts = unzipSync(await fileOf(noted(source()), true));
    const comments = strFromU8(parts['word/comments.xml'] ?? new Uint8Array()).replace('</w:comments>', '<w:comment w:id="7" w:author="A"><w:p><w:r><w:t>Bitte prüfen</w:t></w:r></w:p></w:comment></w:comments>');
    expect(read(zipSync({ ...parts, 'word/comments.xml': strToU8(comments) })).notes.comments).toBe(1);
  });
});
