import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { plainText } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, DocumentBlock, ListBlock } from '@konzeptwerkstatt/document-model';
import { documents } from '../../../test/random-document.js';
import { all, elements, parseXml, wordsIn } from '../../../test/xml-tree.js';
import type { XmlElement } from '../../../test/xml-tree.js';
import { renderDocx } from './docx.renderer.js';
import type { RenderingTask } from '../rendering.task.js';
import { onePixel } from '../../../test/one-pixel.js';

async function partsOf(document: ConceptDocument, hasLineNumbers = false, pictures: RenderingTask['pictures'] = new Map()): Promise<ReadonlyMap<string, XmlElement>> {
  const answer = await renderDocx({ format: 'docx', document, pictures, hasLineNumbers, madeAt: 0 });
  const xml = Object.entries(unzipSync(answer.file)).filter(([name]) => /\.(xml|rels)$/.test(name));
  return new Map(xml.map(([name, bytes]) => [name, parseXml(strFromU8(bytes))]));
}

const part = (parts: ReadonlyMap<string, XmlElement>, name: string): XmlElement => parts.get(name) ?? parseXml('<none/>');
const repeated = (ids: readonly string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index);
const valuesOf = (root: XmlElement, element: string, attribute = 'w:val'): string[] => all(root, element).map(({ attributes }) => attributes[attribute] ?? '');

/** Elements of the format in the only order that Word takes them in. */
const orders: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': ['pStyle', 'keepNext', 'keepLines', 'pageBreakBefore', 'widowControl', 'numPr', 'pBdr', 'shd', 'tabs', 'bidi', 'spacing', 'ind', 'contextualSpacing', 'jc', 'outlineLvl', 'rPr', 'sectPr'],
  'w:rPr': ['rStyle', 'rFonts', 'b', 'bCs', 'i', 'iCs', 'strike', 'color', 'sz', 'szCs', 'u', 'shd', 'vertAlign', 'rtl', 'cs', 'lang'],
  'w:tblPr': ['tblStyle', 'bidiVisual', 'tblW', 'jc', 'tblInd', 'tblBorders', 'shd', 'tblLayout', 'tblCellMar', 'tblLook'],
  'w:tcPr': ['tcW', 'gridSpan', 'vMerge', 'tcBorders', 'shd', 'tcMar', 'vAlign'],
  'w:sectPr': ['headerReference', 'footerReference', 'type', 'pgSz', 'pgMar', 'pgBorders', 'lnNumType', 'pgNumType', 'cols', 'titlePg', 'bidi', 'docGrid'],
  'w:tbl': ['tblPr', 'tblGrid', 'tr'],
  'w:style': ['name', 'basedOn', 'next', 'link', 'uiPriority', 'semiHidden', 'unhideWhenUsed', 'qFormat', 'pPr', 'rPr', 'tblPr', 'trPr', 'tcPr', 'tblStylePr'],
};

/** Elements that stand where Word does not expect them. */
const disorderOf = (root: XmlElement): string[] => Object.entries(orders).flatMap(([parent, order]) => all(root, parent).flatMap((element) => {
  const places = elements(element).map(({ name }) => order.indexOf(name.replace('w:', '')));
  return places.every((place, index) => place >= (places[index - 1] ?? 0)) ? [] : [`${parent} holds ${elements(element).map(({ name }) => name).join(', ')}`];
}));

/** What Word repairs or refuses: parts without type, references that lead nowhere, ids that are there twice, elements out of order, cells without a paragraph, rows that do not fill the grid. */
function faultsOf(parts: ReadonlyMap<string, XmlElement>): string[] {
  const [body, rels, types, numbering, styles] = ['word/document.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml', 'word/numbering.xml', 'word/styles.xml'].map((name) => part(parts, name)) as [XmlElement, XmlElement, XmlElement, XmlElement, XmlElement];
  const typed = new Set(valuesOf(types, 'Override', 'PartName'));
  const extensions = new Set(valuesOf(types, 'Default', 'Extension'));
  const relations = new Set(valuesOf(rels, 'Relationship', 'Id'));
  const numbers = new Set(valuesOf(numbering, 'w:num', 'w:numId'));
  const styleIds = new Set(valuesOf(styles, 'w:style', 'w:styleId'));
  const bookmarks = valuesOf(body, 'w:bookmarkStart', 'w:id');
  const names = new Set(valuesOf(body, 'w:bookmarkStart', 'w:name'));
  const used = [...valuesOf(body, 'w:hyperlink', 'r:id'), ...valuesOf(body, 'w:headerReference', 'r:id'), ...valuesOf(body, 'w:footerReference', 'r:id')].filter((id) => id !== '');
  return [
    ...[...parts.keys()].filter((name) => name !== '[Content_Types].xml' && !typed.has(`/${name}`) && !extensions.has(name.split('.').at(-1) ?? '')).map((name) => `no type: ${name}`),
    ...all(rels, 'Relationship').filter(({ attributes }) => attributes['TargetMode'] !== 'External' && !parts.has(`word/${attributes['Target']}`)).map(({ attributes }) => `no part: ${attributes['Target']}`),
    ...used.filter((id) => !relations.has(id)).map((id) => `no relation: ${id}`),
    ...valuesOf(body, 'w:hyperlink', 'w:anchor').filter((name) => name !== '' && !names.has(name)).map((name) => `no bookmark: ${name}`),
    ...valuesOf(body, 'w:numId').filter((id) => !numbers.has(id)).map((id) => `no numbering: ${id}`),
    ...[...valuesOf(body, 'w:pStyle'), ...valuesOf(body, 'w:rStyle')].filter((id) => !styleIds.has(id)).map((id) => `no style: ${id}`),
    ...[...parts].filter(([name]) => /^word\/(document|styles|numbering|comments|header\d|footer\d)\.xml$/.test(name)).flatMap(([name, root]) => disorderOf(root).map((fault) => `${name}: ${fault}`)),
    ...all(body, 'w:fldChar').filter(({ attributes }) => attributes['w:dirty'] === 'true').map(() => 'a field makes Word ask before it opens the file'),
    ...repeated(valuesOf(body, 'wp:docPr', 'id')).map((id) => `a picture's id is there twice: ${id}`),
    ...(new Set(bookmarks).size === bookmarks.length ? [] : ['bookmark ids are not unique']),
    ...all(body, 'w:tc').filter((cell) => elements(cell).at(-1)?.name !== 'w:p').map(() => 'a cell does not end with a paragraph'),
    ...all(body, 'w:tbl').flatMap((table) => {
      const columns = all(table, 'w:gridCol').length;
      return all(table, 'w:tr').map((row) => all(row, 'w:tc').reduce((sum, cell) => sum + Number(valuesOf(cell, 'w:gridSpan')[0] ?? 1), 0)).filter((width) => width !== columns).map((width) => `a row is ${width} of ${columns} columns wide`);
    }),
  ];
}

const listWords = ({ items }: ListBlock): string[] => items.flatMap(({ inlines, children }) => [plainText(inlines), ...children.flatMap(listWords)]);

/** The words of a document, paragraph by paragraph, in reading order. */
function wordsOf(blocks: readonly DocumentBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.kind === 'list') return listWords(block);
    if (block.kind === 'table') return block.rows.flatMap((row) => row.flatMap((cell) => wordsOf(cell.blocks)));
    if (block.kind === 'picture') return [block.missing, ...(block.caption === null ? [] : [block.caption])];
    if (!('label' in block)) return [plainText(block.inlines)];
    return [`${block.label} ${block.number}: ${block.title}`, ...wordsOf(block.blocks), ...block.fields.map(({ label, values }) => `${label}: ${values.join(', ')}`)];
  });
}

const shown = (root: XmlElement): string[] => all(root, 'w:p').filter((paragraph) => !/^TOC/.test(valuesOf(paragraph, 'w:pStyle')[0] ?? '')).map(wordsIn).filter((words) => words.trim() !== '');

describe('the Word document of a concept', () => {
  it('opens without repair and says every word in order, whatever the text', async () => {
    await fc.assert(fc.asyncProperty(documents, fc.boolean(), async (document, hasLineNumbers) => {
      const parts = await partsOf(document, hasLineNumbers);
      expect(faultsOf(parts)).toEqual([]);
      const words = shown(part(parts, 'word/document.xml'));
      const wanted = document.sections.flatMap(({ number, title, blocks, sourceNote }) => [`${number} ${title}`, ...wordsOf(blocks), ...(sourceNote === null ? [] : [sourceNote])]).filter((line) => line.trim() !== '');
      const table = document.measureTable === null ? [] : [document.measureTable.title, ...document.measureTable.head, ...document.measureTable.rows.flat().filter((line) => line.trim() !== '')];
      expect(words.slice(-(wanted.length + table.length))).toEqual([...wanted, ...table]);
    }), { numRuns: 60 });
  }, 60_000);

  it('gives the columns of a table the room that their words need, on the whole width and none less than a third of an equal part', async () => {
    const cell = (text: string, colspan = 1) => ({ headerOf: null, colspan, rowspan: 1, blocks: [{ kind: 'paragraph' as const, direction: 'ltr' as const, inlines: [{ kind: 'text' as const, text, bold: false, italic: false, href: null }] }] });
    const widthsOf = async (columns: number, ...row: ReturnType<typeof cell>[]): Promise<number[]> => {
      const parts = await partsOf({
        language: 'de', direction: 'ltr', measureTable: null, titlePage: { title: 'Konzept', year: 2026, municipality: 'Stadt', state: 'Entwurf', excerpt: null, notes: [] },
        sections: [{ sectionId: 's', number: '1', title: 'Stand', direction: 'ltr', sourceNote: null, blocks: [{ kind: 'table', columns, headerRows: 0, rows: [row] }] }],
      });
      expect(faultsOf(parts)).toEqual([]);
      return valuesOf(part(parts, 'word/document.xml'), 'w:gridCol', 'w:w').map(Number);
    };
    const few = await widthsOf(2, cell('Betreuungsquote der Drei- bis Sechsjährigen in Kindertageseinrichtungen'), cell('97,0'));
    const many = await widthsOf(12, ...Array.from({ length: 4 }, () => cell('Kindertageseinrichtungen')), cell('Die Stadt fördert Sprache. '.repeat(60), 8));
    expect(few[0]).toBeGreaterThan(2 * (few[1] ?? Infinity));
    for (const widths of [few, many]) {
      const total = widths.reduce((sum, width) => sum + width, 0);
      expect([widths.every(Number.isInteger), total <= 9_300 && total > 9_300 - widths.length, Math.min(...widths) >= Math.floor(9_300 / widths.length / 3)]).toEqual([true, true, true]);
    }
  });

  it('uses Word\'s own headings, repeats the heads of tables, and tells language and direction', async () => {
    const inlines = (text: string) => [{ kind: 'text' as const, text, bold: false, italic: false, href: null }];
    const paragraph = (text: string, direction: 'ltr' | 'rtl' = 'ltr') => ({ kind: 'paragraph' as const, direction, inlines: inlines(text) });
    const parts = await partsOf({
      language: 'de', direction: 'ltr', measureTable: null, titlePage: { title: 'Konzept', year: 2026, municipality: 'Stadt', state: 'Entwurf', excerpt: null, notes: [] },
      sections: [{ sectionId: 's', number: '1', title: 'Sprache', direction: 'ltr', sourceNote: null, blocks: [
        { kind: 'heading', level: 2, direction: 'ltr', inlines: inlines('Lage') }, paragraph('مرحبا', 'rtl'),
        { kind: 'table', columns: 1, headerRows: 1, rows: [[{ headerOf: 'column', colspan: 1, rowspan: 1, blocks: [paragraph('Kopf')] }], [{ headerOf: null, colspan: 1, rowspan: 1, blocks: [paragraph('Zelle')] }]] },
      ] }],
    }, true);
    const body = part(parts, 'word/document.xml');
    expect(valuesOf(body, 'w:pStyle')).toEqual(expect.arrayContaining(['Title', 'Heading1', 'Heading2']));
    // LibreOffice knows no heading by the name of its style.
    const styles = all(part(parts, 'word/styles.xml'), 'w:style');
    expect([1, 2, 6].map((level) => styles.filter(({ attributes }) => attributes['w:styleId'] === `Heading${level}`).flatMap((style) => valuesOf(style, 'w:outlineLvl')))).toEqual([['0'], ['1'], ['5']]);
    expect(all(body, 'w:tblHeader')).toHaveLength(1);
    // The lines of a table do not touch its words, and no row has its last line on another page.
    expect([all(body, 'w:tblCellMar').length, all(body, 'w:cantSplit').length]).toEqual([1, 2]);
    // What names the table stays with it.
    expect(all(body, 'w:keepNext')).toHaveLength(1);
    expect([all(body, 'w:bidi').length, all(body, 'w:rtl').length]).toEqual([1, 1]);
    expect(all(body, 'w:lnNumType')).toHaveLength(1);
    expect(valuesOf(part(parts, 'word/styles.xml'), 'w:lang')).toContain('de-DE');
    // A height of lines without its rule is an exact one for LibreOffice, which cuts logo and pictures off.
    const spacings = all(part(parts, 'word/styles.xml'), 'w:spacing').map(({ attributes }) => attributes).filter((attributes) => 'w:line' in attributes);
    expect(spacings.length).toBeGreaterThan(2);
    expect(spacings.map((attributes) => attributes['w:lineRule'])).toEqual(spacings.map(() => 'auto'));
    expect(wordsIn(part(parts, 'docProps/core.xml')) + JSON.stringify(part(parts, 'docProps/core.xml'))).toContain('Konzept');
  });

  it('runs from right to left in a language that does, but for words that do not', async () => {
    const inlines = (text: string) => [{ kind: 'text' as const, text, bold: false, italic: false, href: null }];
    const cell = { headerOf: null, colspan: 1, rowspan: 1, blocks: [{ kind: 'paragraph' as const, direction: 'ltr' as const, inlines: inlines('deutsch') }] };
    const parts = await partsOf({
      language: 'ar', direction: 'rtl', measureTable: null, titlePage: { title: 'تقرير', year: 2026, municipality: 'Stadt', state: 'مسودة', excerpt: null, notes: [] },
      sections: [{ sectionId: 's', number: '1', title: 'لمحة', direction: 'rtl', sourceNote: null, blocks: [{ kind: 'heading', level: 2, direction: 'ltr', inlines: inlines('Arbeit') }, { kind: 'table', columns: 1, headerRows: 0, rows: [[cell]] }] }],
    });
    const body = part(parts, 'word/document.xml');
    expect(all(body, 'w:bidiVisual')).toHaveLength(1);
    const directions = new Map(all(body, 'w:p').map((paragraph) => [wordsIn(paragraph), all(paragraph, 'w:bidi').length]));
    expect(['تقرير', 'Stadt', 'المحتويات', '1 لمحة', 'Arbeit', 'deutsch'].map((words) => directions.get(words))).toEqual([1, 1, 1, 1, 1, 0]);
  });

  it('has the marks of a list on one side, whatever languages its items are in', async () => {
    const item = (text: string, direction: 'ltr' | 'rtl', children: ListBlock[] = []) => ({ inlines: [{ kind: 'text' as const, text, bold: false, italic: false, href: null }], direction, children });
    const list = (...items: ListBlock['items'][number][]): ListBlock => ({ kind: 'list', isOrdered: false, items });
    const parts = await partsOf({
      language: 'ar', direction: 'rtl', measureTable: null, titlePage: { title: 'تقرير', year: 2026, municipality: 'Stadt', state: 'مسودة', excerpt: null, notes: [] },
      sections: [{ sectionId: 's', number: '1', title: 'لمحة', direction: 'rtl', sourceNote: null, blocks: [list(item('عمل', 'rtl'), item('Kurse', 'ltr', [list(item('Abend', 'ltr'))])), { kind: 'quote', ...item('Dazwischen', 'ltr') }, list(item('Beirat', 'ltr'), item('Amt', 'ltr'))] }],
    });
    const directions = new Map(all(part(parts, 'word/document.xml'), 'w:p').map((one) => [wordsIn(one), [all(one, 'w:bidi').length, all(one, 'w:rtl').length]]));
    expect(['عمل', 'Kurse', 'Abend', 'Beirat', 'Amt'].map((words) => directions.get(words))).toEqual([[1, 1], [1, 0], [1, 0], [0, 0], [0, 0]]);
  });

  it.each([
    ['de', 'Tabelle 2: Maßnahmen nach Stand', 'Abbildung 1: Betreuungsquote (%)', ['SEQ Tabelle \\* ARABIC \\r 2', 'SEQ Tabelle \\* ARABIC', 'SEQ Abbildung \\* ARABIC']],
    ['ar', 'الجدول 2: الإجراءات بحسب الحالة', 'الشكل 1: نسبة', ['SEQ الجدول \\* ARABIC \\r 2', 'SEQ الجدول \\* ARABIC', 'SEQ الشكل \\* ARABIC']],
  ])('has numbered captions that Word counts and lists by itself (%s)', async (language, table, picture, fields) => {
    const paragraph = (text: string) => ({ kind: 'paragraph' as const, direction: 'ltr' as const, inlines: [{ kind: 'text' as const, text, bold: false, italic: false, href: null }] });
    const cells: DocumentBlock = { kind: 'table', columns: 1, headerRows: 0, rows: [[{ headerOf: null, colspan: 1, rowspan: 1, blocks: [paragraph('Zelle')] }]] };
    const blocks: DocumentBlock[] = [
      paragraph(table), cells, paragraph(table.replace('2', '3')), cells, paragraph(table), { kind: 'picture', fileId: null, alt: 'Balken', isDecorative: false, caption: picture, direction: 'ltr', missing: '[Bild fehlt]' },
    ];
    const parts = await partsOf({
      language, direction: 'ltr', measureTable: null, titlePage: { title: 'Bericht', year: 2026, municipality: 'Stadt', state: 'Entwurf', excerpt: null, notes: [] },
      sections: [{ sectionId: 's', number: '1', title: 'Lage', direction: 'ltr', sourceNote: null, blocks }],
    });
    expect(faultsOf(parts)).toEqual([]);
    const captions = all(part(parts, 'word/document.xml'), 'w:p').filter((one) => valuesOf(one, 'w:pStyle').includes('Caption'));
    expect(captions.map(wordsIn)).toEqual([table, table.replace('2', '3'), picture]);
    expect(captions.flatMap((one) => valuesOf(one, 'w:fldSimple', 'w:instr'))).toEqual(fields);
    expect(captions.map((one) => all(one, 'w:fldSimple').map(wordsIn).join())).toEqual(['2', '3', '1']);
  });

  /** Two sections of so many words. */
  function arabicReport(words: number, word = 'Wort'): ConceptDocument {
    const inlines = [{ kind: 'text' as const, text: `${word} `.repeat(words), bold: false, italic: false, href: null }];
    const section = (number: string) => ({ sectionId: number, number, title: 'فصل', direction: 'rtl' as const, sourceNote: null, blocks: [{ kind: 'paragraph' as const, direction: 'ltr' as const, inlines }] });
    return { language: 'ar', direction: 'rtl', measureTable: null, titlePage: { title: 'تقرير', year: 2026, municipality: 'Stadt', state: 'مسودة', excerpt: null, notes: [] }, sections: [section('1'), section('2')] };
  }

  it('says in its contents on which page things are, and runs there as the document does', async () => {
    const parts = await partsOf(arabicReport(1_600));
    const entries = all(part(parts, 'word/document.xml'), 'w:p').filter((paragraph) => valuesOf(paragraph, 'w:pStyle').includes('TOC1'));
    const pages = entries.map((entry) => Number(/\d+$/.exec(wordsIn(entry))?.[0]));
    expect([pages.length, pages[0]]).toEqual([2, 3]);
    expect(pages[1]).toBeGreaterThan(3);
    const style = all(part(parts, 'word/styles.xml'), 'w:style').find(({ attributes }) => attributes['w:styleId'] === 'TOC1');
    expect(all(style ?? parseXml('<none/>'), 'w:bidi')).toHaveLength(1);
  });

  it('begins each section on a page of its own, but where they are short', async () => {
    const breaks = async (words: number): Promise<number> => all(part(await partsOf(arabicReport(words)), 'word/document.xml'), 'w:pageBreakBefore').length;
    expect([await breaks(30), await breaks(1_600)]).toEqual([0, 2]);
  });

  it('leaves the pages of a long document to whoever updates its contents, and has Word ask nobody for it', async () => {
    const parts = await partsOf(arabicReport(20_000));
    const entries = all(part(parts, 'word/document.xml'), 'w:p').filter((paragraph) => valuesOf(paragraph, 'w:pStyle').includes('TOC1'));
    expect(entries.map((entry) => /\d+$/.test(wordsIn(entry)))).toEqual([false, false]);
    expect(faultsOf(parts)).toEqual([]);
  });

  it('leaves the pages to others where a word is far longer than a line, which takes seconds to break', async () => {
    const areNumbered = async (words: number, letters: number): Promise<boolean> => {
      const parts = await partsOf(arabicReport(words, 'w'.repeat(letters)));
      return all(part(parts, 'word/document.xml'), 'w:p').filter((paragraph) => valuesOf(paragraph, 'w:pStyle').includes('TOC1')).every((entry) => /\d+$/.test(wordsIn(entry)));
    };
    expect([await areNumbered(1, 2_000), await areNumbered(1, 150), await areNumbered(300, 20)]).toEqual([false, true, true]);
  });

  it('holds pictures with what is to be seen on them, and a line where one is missing', async () => {
    const picture = { kind: 'picture' as const, fileId: 'a', alt: 'Menschen an einem Tisch', isDecorative: false, caption: 'Auftakt', direction: 'ltr' as const, missing: '[Bild fehlt: Menschen an einem Tisch]' };
    const blocks: DocumentBlock[] = [picture, { ...picture, isDecorative: true, alt: '', caption: null }, { ...picture, fileId: 'gone', caption: null }, { ...picture, fileId: 'broken', caption: null }];
    const parts = await partsOf({
      language: 'de', direction: 'ltr', measureTable: null, titlePage: { title: 'Konzept', year: 2026, municipality: 'Stadt', state: 'Entwurf', excerpt: null, notes: [] },
      sections: [{ sectionId: 's', number: '1', title: 'Sprache', direction: 'ltr', sourceNote: null, blocks }],
    }, false, new Map([['a', { mediaType: 'image/png' as const, content: onePixel }], ['broken', { mediaType: 'image/png' as const, content: new Uint8Array([1, 2, 3]) }]]));
    const body = part(parts, 'word/document.xml');
    expect(valuesOf(body, 'wp:docPr', 'descr')).toEqual(['Menschen an einem Tisch', '']);
    expect(JSON.stringify(all(body, 'wp:docPr')[1])).toContain('decorative');
    expect(valuesOf(body, 'a:blip', 'r:embed').every((id) => id !== '')).toBe(true);
    expect(shown(body).filter((words) => words === '[Bild fehlt: Menschen an einem Tisch]')).toHaveLength(2);
    expect(shown(body)).toContain('Auftakt');
  });
});
