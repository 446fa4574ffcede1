import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readWordCorrections } from '@konzeptwerkstatt/concept';
import type { CorrectionsReading } from '@konzeptwerkstatt/concept';
import { buildConceptDocument, germanWords, hasHash, sentHash } from '@konzeptwerkstatt/document-model';
import type { TreeElement } from '@konzeptwerkstatt/document-model';
import { renderDocx } from './docx.renderer.js';

const sectionId = '99999999-0000-4000-8000-000000000009';
const titlePage = { title: 'Konzept', year: 2026, municipality: 'Stadt', state: 'Entwurf', excerpt: null, notes: ['Hinweis'] };
const id = (count: number): string => `00000000-1111-4000-8000-${String(count).padStart(12, '0')}`;
const block = (count: number, kind: string, text: string): TreeElement => ({ type: 'block', attrs: { id: id(count), kind, indent: 0 }, content: [{ type: 'text', text, marks: [] }] });
const table: TreeElement = { type: 'table', attrs: { id: id(90) }, content: [
  { type: 'tableRow', content: [{ type: 'tableHeader', content: [block(91, 'heading2', 'Kopf')] }] }, { type: 'tableRow', content: [{ type: 'tableCell', content: [block(92, 'paragraph', 'Zelle')] }] },
] };
const measure: TreeElement = { type: 'measure', attrs: { id: id(93) }, content: [{ type: 'title', content: [{ type: 'text', text: 'Lotsen', marks: [] }] }, block(94, 'paragraph', 'Ehrenamt')] };

/** A section with those blocks, out to Word and back. */
async function outAndBack(content: TreeElement[], hasMarks = true): Promise<ReturnType<typeof readWordCorrections>> {
  const sections = [{ sectionId, number: '1', title: 'Sprache', sourceNote: 'Quelle', text: { tree: { type: 'doc' as const, content }, values: { [id(93)]: { status: 'running' } } } }];
  const document = buildConceptDocument({ titlePage, sections, nameOf: () => null, words: germanWords, hasMeasureTable: true, only: null, hasBlockIds: true });
  const rendered = await renderDocx({ format: 'docx', document, pictures: new Map(), hasLineNumbers: false, hasMarks, madeAt: 0 });
  return readWordCorrections(rendered.file);
}

/** All from the first section on. */
function marks({ paragraphs }: CorrectionsReading): unknown[] {
  return paragraphs.slice(paragraphs.findIndex(({ mark }) => mark?.kind === 'section')).map(({ mark, words }) => [mark?.kind ?? null, words, mark !== null && hasHash(words, mark.hash)]);
}

describe('a Word document with marks', () => {
  it('says of all words which block they are, without numbers and labels, and ends before the table of measures', async () => {
    const reading = (await outAndBack([block(1, 'paragraph', 'Wir reden.'), block(2, 'bulletItem', 'Punkt'), block(3, 'quote', 'Zitat'), table, measure])) as CorrectionsReading;
    expect(marks(reading)).toEqual([
      ['section', 'Sprache', true], ['block', 'Wir reden.', true], ['block', 'Punkt', true], ['block', 'Zitat', true], ['block', 'Kopf', true], ['block', 'Zelle', true], ['object', 'Lotsen', true], ['block', 'Ehrenamt', true],
      ['added', 'Stand: läuft', true], ['added', 'Quelle', true],
    ]);
    expect([1, 92, 93].map((count) => sentHash(reading.sent ?? {}, id(count)) !== null)).toEqual([true, true, true]);
    expect(sentHash(reading.sent ?? {}, id(5))).toBeNull();
  });

  it('comes back with the same words, whatever they are', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('paragraph', 'heading2', 'heading3', 'bulletItem', 'orderedItem', 'quote'), fc.string({ unit: 'binary', minLength: 1 })), { maxLength: 8 }), async (blocks) => {
      const reading = (await outAndBack(blocks.map(([kind, text], index) => block(index, kind, `a${text}`)))) as CorrectionsReading;
      expect(marks(reading).every((one) => (one as unknown[])[2] === true && (one as unknown[])[0] !== null)).toBe(true);
      expect(reading.paragraphs.filter(({ mark }) => mark?.kind === 'block')).toHaveLength(blocks.length);
    }), { numRuns: 60 });
  });

  it('has none when it was not asked for', async () => {
    expect(await outAndBack([block(1, 'paragraph', 'Wir reden.')], false)).toEqual({ problem: 'no_marks' });
  });
});
