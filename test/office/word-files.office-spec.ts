import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readWordCorrections, readWordDocument } from '@konzeptwerkstatt/concept';
import type { CorrectionsReading, WordBlock, WordReading } from '@konzeptwerkstatt/concept';
import type { ConceptDocument, TableBlock } from '@konzeptwerkstatt/document-model';
import { renderDocx } from '../../libs/reporting/src/rendering/docx/docx.renderer.js';
import { onePixel } from '../../libs/reporting/test/one-pixel.js';
import { documents } from '../../libs/reporting/test/random-document.js';
import { all, parseXml, wordsIn } from '../../libs/reporting/test/xml-tree.js';
import { OdtText } from './odt.js';
import { useOfficeProgram } from './office-program.js';
import { pictureId, richConcept } from './rich-concept.js';

const office = useOfficeProgram();
const longMs = 120_000;

async function fileOf(document: ConceptDocument): Promise<Uint8Array> {
  return (await renderDocx({ format: 'docx', document, pictures: new Map([[pictureId, { mediaType: 'image/png', content: onePixel }]]), hasLineNumbers: false, hasMarks: true, madeAt: 0 })).file;
}

const paragraphsOf = (file: Uint8Array): string[] => all(parseXml(strFromU8(unzipSync(file)['word/document.xml']!)), 'w:p').map(wordsIn).filter((words) => words.trim() !== '');
/** All letters, without what stands between words: it is stored in many ways. */
const letters = (paragraphs: readonly string[]): string => paragraphs.join('').replaceAll(/\s/g, '');

describe('a Word document of ours in LibreOffice', () => {
  it('is there with all its words, headings, tables, pictures, comments and contents', async () => {
    const file = await fileOf(richConcept());
    const [saved] = await office().save([file], 'docx', 'odt');
    const text = new OdtText(saved!);
    expect(letters(text.paragraphs)).toBe(letters(paragraphsOf(file)));
    expect(text.headings).toEqual([[1, '1 Sprache'], [2, 'Lage'], [3, 'Was da ist'], [2, 'Ziele und Maßnahmen'], [3, 'Ziel Z1.1: Alle finden einen Kurs'], [3, 'Maßnahme M1.1: Lotsendienst'], [1, '2 Arbeit'], [1, 'Alle Maßnahmen in einer Tabelle']]);
    expect(text.heads[0]).toEqual([['Stadtteil', 'Kurse'], ['2024', '2025']]);
    expect(text.heads[1]?.[0]).toContain('Maßnahme');
    expect(text.spans).toEqual([[1, 2, 'Stadtteil'], [2, 1, 'Kurse'], [2, 1, 'keine Angabe']]);
    expect(text.pictures).toEqual(['Menschen an einem Tisch', '']);
    expect(text.comments).toEqual([['Verein Dialog & Co.', 'Frage\nSeit wann?'], ['Verein Dialog & Co.', 'Frage\nWer macht das?']]);
    expect(text.captions).toEqual(['Tabelle 1: Kurse nach Stadtteil', 'Abbildung 1: Auftakt']);
    expect(text.links).toEqual(['https://example.org/?a=1&b=2']);
    expect(text.contents.map((words) => words.replace(/\s*\d*$/, ''))).toEqual(['1 Sprache', 'Lage', 'Was da ist', 'Ziele und Maßnahmen', 'Ziel Z1.1: Alle finden einen Kurs', 'Maßnahme M1.1: Lotsendienst', '2 Arbeit', 'Alle Maßnahmen in einer Tabelle']);
    expect([text.directionOf('مرحبا'), text.directionOf('Die Stadt')]).toEqual(['rl-tb', 'lr-tb']);
  }, longMs);
});

/** Each page of a PDF as its words. */
async function pagesOf(file: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: file, verbosity: 0 }).promise;
  return Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => (await (await pdf.getPage(index + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')));
}

describe('a Word document of ours as LibreOffice prints it', () => {
  it('has all words of a row that is higher than a page', async () => {
    const [section] = richConcept().sections;
    const cell = (text: string) => ({ headerOf: null, colspan: 1, rowspan: 1, blocks: [{ kind: 'paragraph' as const, direction: 'ltr' as const, inlines: [{ kind: 'text' as const, text, bold: false, italic: false, href: null }] }] });
    const table = { kind: 'table' as const, columns: 2, headerRows: 0, rows: [[cell(`Anfang ${'Wort '.repeat(2_000)}Ende`), cell('daneben')]] };
    const [printed] = await office().save([await fileOf({ ...richConcept(), measureTable: null, sections: [{ ...section!, blocks: [table] }] })], 'docx', 'pdf');
    const pages = await pagesOf(printed!);
    const [first, last] = ['Anfang', 'Ende'].map((word) => pages.findIndex((words) => words.includes(word)));
    expect([first, last].includes(-1)).toBe(false);
    expect(last).toBeGreaterThan(first!);
  }, longMs);
});

/** A table without columns in which no cell begins: LibreOffice does not keep them. */
function condensed({ rows, ...table }: TableBlock): TableBlock {
  const taken = new Set<string>();
  const placed = rows.map((row, y) => {
    let x = 0;
    return row.map((cell) => {
      while (taken.has(`${x}/${y}`)) x += 1;
      for (let below = 0; below < cell.rowspan; below += 1) for (let beside = 0; beside < cell.colspan; beside += 1) taken.add(`${x + beside}/${y + below}`);
      return { cell, from: x };
    });
  });
  const begins = [...new Set(placed.flatMap((row) => row.map(({ from }) => from)))];
  return { ...table, columns: begins.length, rows: placed.map((row) => row.map(({ cell, from }) => ({ ...cell, colspan: begins.filter((x) => x >= from && x < from + cell.colspan).length }))) };
}

const comparable = (block: WordBlock): WordBlock => (block.kind === 'picture' ? { ...block, part: '', isDecorative: false } : block.kind === 'table' ? condensed(block) : block);

/** What of a reading must be the same: a picture lies under another name in another file, and before 7.5 LibreOffice knew of none that is decoration. */
const same = (file: Uint8Array): unknown => {
  const { pieces, notes } = readWordDocument(file) as WordReading;
  return { pieces: pieces.map(({ block, footnotes }) => ({ block: comparable(block), footnotes })), notes: { ...notes, pictures_without_alt: 0 } };
};

/** Sections get ids that marks can name. */
const withIds = (document: ConceptDocument): ConceptDocument => ({ ...document, sections: document.sections.map((section, index) => ({ ...section, sectionId: `99999999-0000-4000-8000-00000000000${index}` })) });

describe('a Word document of ours that LibreOffice has saved', () => {
  it('comes back as corrections without any difference, and as the same sections', async () => {
    const samples = [richConcept(), richConcept('ar'), ...fc.sample(documents, { numRuns: 25, seed: 7 }).map(withIds)];
    const files = await Promise.all(samples.map(fileOf));
    const saved = await office().save(files, 'docx', 'docx');
    files.forEach((file, index) => {
      expect([index, readWordCorrections(saved[index]!)]).toEqual([index, readWordCorrections(file) as CorrectionsReading]);
      expect([index, same(saved[index]!)]).toEqual([index, same(file)]);
    });
  }, longMs);
});
