import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { readWordDocument } from '@konzeptwerkstatt/concept';
import type { WordBlock } from '@konzeptwerkstatt/concept';
import { appendBlocks, buildBlocks, germanWords, readText, toBlockSpecs } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, DocumentBlock, Inline, ListBlock } from '@konzeptwerkstatt/document-model';
import { onePixel } from '../../../test/one-pixel.js';
import { plainDocuments } from '../../../test/random-document.js';
import { renderDocx } from './docx.renderer.js';

const onePixelId = '00000000-0000-4000-8000-000000000001';

type Block = DocumentBlock | WordBlock;

/** Neighbours that look alike are one run. */
function joined(inlines: readonly Inline[]): Inline[] {
  return inlines.reduce<Inline[]>((before, inline) => {
    const last = before.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text' && last.bold === inline.bold && last.italic === inline.italic && last.href === inline.href) return [...before.slice(0, -1), { ...last, text: last.text + inline.text }];
    return [...before, inline];
  }, []);
}

const plain = (inlines: readonly Inline[]): Inline[] => inlines.map((inline) => (inline.kind === 'text' ? { ...inline, bold: false } : inline));

function sameList({ items, ...list }: ListBlock, isHead: boolean): ListBlock {
  return { ...list, items: items.map((item) => ({ ...item, inlines: joined(isHead ? plain(item.inlines) : item.inlines), children: same(item.children, isHead) as ListBlock[] })) };
}

/** What of two trees must be the same: how words are cut into runs, and two lists that touch, cannot be told apart. In heads of tables everything is bold. */
function same(blocks: readonly Block[], isHead = false): Block[] {
  const merged = blocks.reduce<Block[]>((before, block) => {
    const last = before.at(-1);
    if (block.kind === 'list' && last?.kind === 'list' && last.isOrdered === block.isOrdered) return [...before.slice(0, -1), { ...last, items: [...last.items, ...block.items] }];
    return [...before, block];
  }, []);
  return merged.map((block): Block => {
    if (block.kind === 'list') return sameList(block, isHead);
    if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: same(cell.blocks, cell.headerOf !== null) as DocumentBlock[] }))) };
    return 'inlines' in block ? { ...block, inlines: joined(isHead ? plain(block.inlines) : block.inlines) } : block;
  });
}

/** The sections of a document as they come back from Word. */
async function readBack(document: ConceptDocument): Promise<WordBlock[][]> {
  const rendered = await renderDocx({ format: 'docx', document, pictures: new Map([[onePixelId, { mediaType: 'image/png', content: onePixel }]]), hasLineNumbers: false, madeAt: 0 });
  const answer = readWordDocument(rendered.file);
  if ('problem' in answer) throw new Error(answer.problem);
  return answer.pieces.reduce<WordBlock[][]>((sections, { block }) => (block.kind === 'heading' && block.level === 1 ? [...sections, [block]] : [...sections.slice(0, -1), [...(sections.at(-1) ?? []), block]]), []).slice(1);
}

describe('a text that goes out to Word and comes back', () => {
  it('loses nothing: headings, lists, quotations, tables, marks and links', async () => {
    await fc.assert(fc.asyncProperty(plainDocuments, async (document) => {
      const sections = await readBack(document);
      const titles = sections.map(([title]) => (title !== undefined && 'inlines' in title ? title.inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('') : ''));
      expect(titles).toEqual(document.sections.map(({ number, title }) => `${number} ${title}`));
      expect(sections.map(([, ...blocks]) => same(blocks))).toEqual(document.sections.map(({ blocks }) => same(blocks)));
    }), { numRuns: 120 });
  }, 60_000);

  it('loses no picture, and nothing that is said of it', async () => {
    const picture = { kind: 'picture' as const, fileId: onePixelId, alt: 'Menschen an einem Tisch', isDecorative: false, caption: 'Auftakt', direction: 'ltr' as const, missing: '' };
    const [[, ...blocks] = []] = await readBack({
      language: 'de', direction: 'ltr', measureTable: null, titlePage: { title: 'Konzept', year: 2026, municipality: 'Stadt', state: 'Entwurf', excerpt: null, notes: [] },
      sections: [{ sectionId: 's', number: '1', title: 'Sprache', direction: 'ltr', sourceNote: null, blocks: [picture, { ...picture, isDecorative: true, alt: '', caption: null }] }],
    });
    const part = expect.stringMatching(/^word\/media\/.*\.png$/) as unknown as string;
    expect(blocks).toEqual([{ kind: 'picture', part, alt: 'Menschen an einem Tisch', isDecorative: false, caption: 'Auftakt' }, { kind: 'picture', part, alt: '', isDecorative: true, caption: '' }]);
  });

  it('says in a section the same again', () => {
    fc.assert(fc.property(plainDocuments, (document) => {
      for (const { blocks } of document.sections) {
        const doc = new Y.Doc();
        appendBlocks(doc, toBlockSpecs(blocks as Exclude<DocumentBlock, { kind: 'goal' | 'measure' | 'picture' }>[]));
        expect(same(buildBlocks(readText(doc), { words: germanWords, nameOf: () => null, numbers: new Map() }))).toEqual(same(blocks));
      }
    }), { numRuns: 120 });
  });
});
