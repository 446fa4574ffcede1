import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ConceptDocument } from '@konzeptwerkstatt/document-model';
import { documents } from '../../../test/random-document.js';
import { onePixel } from '../../../test/one-pixel.js';
import { renderPdf } from './pdf.renderer.js';

interface StructureNode { readonly role?: string; readonly alt?: string; readonly children?: readonly StructureNode[] }

const madeAt = Date.UTC(2026, 10, 26);
const pictures = new Map([['a', { mediaType: 'image/png' as const, content: onePixel }]]);
const task = (document: ConceptDocument, hasLineNumbers = false) => ({ format: 'pdf' as const, document, pictures, hasLineNumbers, madeAt });

function fileOf(document: ConceptDocument, hasLineNumbers = false): Uint8Array {
  return new Uint8Array(renderPdf(task(document, hasLineNumbers)).file);
}

const altsOf = (node: StructureNode): string[] => [...(node.alt === undefined ? [] : [node.alt]), ...(node.children ?? []).flatMap(altsOf)];
const rolesOf = (node: StructureNode): string[] => [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesOf)];

async function open(file: Uint8Array) {
  const pdf = await getDocument({ data: file, verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const trees = (await Promise.all(pages.map((page) => page.getStructTree()))) as (StructureNode | null)[];
  const texts = await Promise.all(pages.map(async (page) => (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')));
  const { info } = await pdf.getMetadata();
  return { pageCount: pdf.numPages, roles: trees.flatMap((tree) => (tree === null ? [] : rolesOf(tree))), alts: trees.flatMap((tree) => (tree === null ? [] : altsOf(tree))), text: texts.join(' ').replace(/\s+/g, ' '), info: info as Readonly<Record<string, unknown>>, marks: await pdf.getMarkInfo(), outline: await pdf.getOutline() };
}

const paragraph = (text: string) => ({ kind: 'paragraph' as const, direction: 'ltr' as const, inlines: [{ kind: 'text' as const, text, bold: false, italic: false, href: null }] });
const heading = (text: string) => ({ ...paragraph(text), kind: 'heading' as const, level: 2 });
const header = (text: string) => ({ headerOf: 'column' as const, colspan: 1, rowspan: 1, blocks: [paragraph(text)] });
const cell = (text: string) => ({ headerOf: null, colspan: 1, rowspan: 1, blocks: [paragraph(text)] });

function edition(...blocks: ConceptDocument['sections'][number]['blocks']): ConceptDocument {
  return {
    language: 'de', direction: 'ltr', measureTable: null, titlePage: { title: 'Integrationskonzept', year: 2026, municipality: 'Stadt', state: 'Entwurf, Stand 26.11.2026', excerpt: null, notes: [] },
    sections: [{ sectionId: 's', number: '1', title: 'Sprache', direction: 'ltr', sourceNote: null, blocks }],
  };
}

describe('a short PDF', () => {
  it('stands on one page, without contents and without numbers its sections do not have', async () => {
    const document = edition(paragraph('läuft'));
    const [section] = document.sections;
    const sections = section === undefined ? [] : [{ ...section, number: '', title: 'M1.1 Lotsen' }, { ...section, sectionId: 't', number: '', title: 'M1.2 Kurse' }];
    const { roles, text, pageCount } = await open(new Uint8Array(renderPdf({ ...task({ ...document, sections }), isShort: true }).file));
    expect([pageCount, roles.includes('TOC'), roles.filter((role) => role === 'H1').length]).toEqual([1, false, 2]);
    expect(text).toMatch(/Integrationskonzept.*Entwurf, Stand 26\.11\.2026.*M1\.1 Lotsen.*läuft.*M1\.2 Kurse.*1 \/ 1/);
    expect((await open(fileOf(edition(paragraph('läuft'))))).pageCount).toBe(2);
  });
});

describe('the PDF of a concept', () => {
  it('is tagged, has language and title, and says of headings, lists and tables what they are', async () => {
    const measure = { kind: 'measure' as const, blockId: 'm', number: 'M1.1', label: 'Maßnahme', title: 'Lotsen', direction: 'ltr' as const, level: 3, fields: [{ key: 'status', label: 'Stand', values: ['läuft'] }], blocks: [paragraph('Wie')] };
    const { roles, text, info, marks, outline } = await open(fileOf(edition(
      heading('Lage'),
      { kind: 'list', isOrdered: false, items: [{ inlines: paragraph('Punkt').inlines, direction: 'ltr', children: [] }] },
      { kind: 'table', columns: 1, headerRows: 1, rows: [[header('Kopf')], [cell('Zelle')]] },
      measure,
    )));
    expect(marks).toEqual(new Map(Object.entries({ Marked: true, UserProperties: false, Suspects: false })));
    expect(info).toMatchObject({ Title: 'Integrationskonzept', Language: 'de' });
    expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'L', 'LI', 'LBody', 'Table', 'TH', 'TD', 'P', 'TOC']));
    expect(text).toContain('Maßnahme M1.1: Lotsen');
    expect(text).toContain('Entwurf, Stand 26.11.2026');
    expect(outline?.map(({ title }) => title)).toEqual(['1 Sprache']);
  });

  it('gives the columns of a table room for what they hold', async () => {
    const rows = [[header('Indikator'), header('Wert')], [cell('Betreuungsquote der Drei- bis Sechsjährigen in Kindertageseinrichtungen der Stadt'), cell('97 %')]];
    const page = await (await getDocument({ data: fileOf(edition({ kind: 'table', columns: 2, headerRows: 1, rows })), verbosity: 0 }).promise).getPage(2);
    const left = (await page.getTextContent()).items.flatMap((item) => ('str' in item && item.str === 'Wert' ? [Number(item.transform[4])] : []));
    expect(left).toEqual([expect.any(Number)]);
    // The page is 595 points wide.
    expect(left[0]).toBeGreaterThan(400);
  });

  it('carries the logo on its first page, which says nothing that the name beside it does not say', async () => {
    const answer = renderPdf({ ...task(edition(paragraph('Text'))), logo: { mediaType: 'image/png', content: onePixel } });
    const file = new Uint8Array(answer.file);
    const page = await (await getDocument({ data: file.slice(), verbosity: 0 }).promise).getPage(1);
    expect((await page.getOperatorList()).fnArray).toContain(OPS.paintImageXObject);
    expect((await open(file)).alts).toEqual([]);
  });

  it('tells what is to be seen on a picture, passes over decoration, and says where one is missing', async () => {
    const picture = { kind: 'picture' as const, fileId: 'a', alt: 'Menschen an einem Tisch', isDecorative: false, caption: 'Auftakt #read("x")', direction: 'ltr' as const, missing: '[Bild fehlt: Menschen an einem Tisch]' };
    const { roles, alts, text } = await open(fileOf(edition(picture, { ...picture, isDecorative: true, alt: '', caption: null }, { ...picture, fileId: 'gone', caption: null }, { ...picture, fileId: null, caption: null })));
    expect(roles.filter((role) => role === 'Figure')).toHaveLength(1);
    expect(alts).toEqual(['Menschen an einem Tisch']);
    expect(text).toContain('Auftakt #read("x")');
    expect(text.match(/\[Bild fehlt: Menschen an einem Tisch\]/g)).toHaveLength(2);
  });

  it('keeps what names a table on the page of the table, wherever it stands', async () => {
    const table = { kind: 'table' as const, columns: 1, headerRows: 1, rows: [[header('Kopf')], [cell('Zelle')]] };
    for (let above = 22; above < 44; above += 1) {
      const pdf = await getDocument({ data: fileOf(edition(...Array.from({ length: above }, () => paragraph('Absatz')), paragraph('Tabelle 1: Name'), table)), verbosity: 0 }).promise;
      const texts = await Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => (await (await pdf.getPage(index + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')));
      expect([above, texts.findIndex((text) => text.includes('Tabelle 1'))]).toEqual([above, texts.findIndex((text) => text.includes('Kopf'))]);
    }
  });

  it('leaves room between the lines of a long title', async () => {
    const short = edition(paragraph('Text'));
    const pdf = await getDocument({ data: fileOf({ ...short, titlePage: { ...short.titlePage, title: 'Gesamtkonzept zur Integration der Migrantinnen und Migranten, Fortschreibung' } }), verbosity: 0 }).promise;
    const lines = (await (await pdf.getPage(1)).getTextContent()).items.flatMap((item) => ('str' in item && Math.round(item.height) === 28 ? [Number(item.transform[5])] : []));
    const heights = [...new Set(lines)];
    expect(heights.length).toBeGreaterThan(1);
    expect((heights[0] ?? 0) - (heights[1] ?? 0)).toBeGreaterThan(30);
  });

  it('shows no picture of an earlier document', async () => {
    const picture = { kind: 'picture' as const, fileId: 'a', alt: 'Menschen', isDecorative: false, caption: null, direction: 'ltr' as const, missing: '[Bild fehlt]' };
    fileOf(edition(picture));
    const answer = renderPdf({ ...task(edition(picture)), pictures: new Map() });
    expect((await open(new Uint8Array(answer.file))).text).toContain('[Bild fehlt]');
  });

  it('numbers lines when that is wanted', async () => {
    const lines = edition(...Array.from({ length: 7 }, (_, index) => paragraph(`Absatz ${'x'.repeat(index)}`)));
    const [plain, numbered] = [await open(fileOf(lines)), await open(fileOf(lines, true))];
    expect(numbered.text.length).toBeGreaterThan(plain.text.length + 7);
  });

  it('shows what people typed as they typed it: nothing of it is a command, and no file is read', async () => {
    const typed = ['#read("/etc/passwd")', '#let x = 1', '$ a^2 $', '= kein Titel', '*kein Fett*', '\\ # @ <label>'];
    const { text, roles } = await open(fileOf(edition(...typed.map(paragraph))));
    for (const words of typed) expect(text).toContain(words);
    expect(text).not.toContain('root:');
    expect(roles.filter((role) => role === 'H1')).toHaveLength(2);
  });

  it('is there in spite of characters that no font has: a mark stands for each, and the first page says which', async () => {
    const answer = renderPdf(task(edition(paragraph('Fest 🎉 und 你, auch 👩‍👧'))));
    expect(answer.unshownCharacters).toEqual(expect.arrayContaining(['🎉', '你']));
    const { text } = await open(new Uint8Array(answer.file));
    expect(text).toMatch(/Fest \[\?\] und \[\?\], auch \[\?\]/);
    expect(text).toMatch(/stehen als \[\?\]: .*U\+1F389/);
  });

  it('is there in spite of a picture that cannot be read: a line stands for it, the others are there', async () => {
    const picture = (fileId: string) => ({ kind: 'picture' as const, fileId, alt: `Bild ${fileId}`, isDecorative: false, caption: null, direction: 'ltr' as const, missing: `[Bild fehlt: ${fileId}]` });
    const answer = renderPdf({ ...task(edition(picture('a'), picture('b'))), pictures: new Map([...pictures, ['b', { mediaType: 'image/png' as const, content: onePixel.slice(0, 40) }]]), logo: { mediaType: 'image/jpeg', content: new Uint8Array([1, 2, 3]) } });
    expect(answer.brokenPictures).toEqual(['b']);
    const { alts, text } = await open(new Uint8Array(answer.file));
    expect([alts, text.includes('[Bild fehlt: b]'), text.includes('[Bild fehlt: a]')]).toEqual([['Bild a'], true, false]);
  });

  it('is in the language of its document, and runs the way that language does', async () => {
    const english = await open(fileOf({ ...edition(paragraph('Words')), language: 'en' }));
    expect([english.info['Language'], english.text.includes('Contents'), english.text.includes('Inhalt')]).toEqual(['en', true, false]);
    const arabic = await open(fileOf({ ...edition(paragraph('Deutsche Worte'), { ...paragraph('كلمات عربية'), direction: 'rtl' as const }), language: 'ar', direction: 'rtl' }));
    expect(arabic.info['Language']).toBe('ar');
    // The words of the frame and headings in any language begin at the right edge of the page, those of a German text at the left.
    const pdf = await getDocument({ data: fileOf({ ...edition(heading('Arbeit'), paragraph('Deutsche Worte')), language: 'ar', direction: 'rtl' }), verbosity: 0 }).promise;
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => (await (await pdf.getPage(index + 1)).getTextContent()).items));
    // Words come in pieces, so their beginnings are looked for; below the contents, where titles stand too.
    const edge = (page: number, words: string): number => (pages[page] ?? []).flatMap((item) => ('str' in item && item.str.startsWith(words) ? [item.transform[4] as number] : [])).at(-1) ?? 0;
    expect([edge(0, '2026'), edge(1, 'Spr'), edge(1, 'Arb'), edge(1, 'Deu')].map((from) => from > 300)).toEqual([true, true, true, false]);
  });

  it('gives Arabic words back as they were written, to whoever copies them or has them read aloud', async () => {
    const words = 'تقرير عن تنفيذ مفهوم الطاقة والمدينة في بناء الثقة';
    const { text } = await open(fileOf({ ...edition({ ...paragraph(words), direction: 'rtl' as const }), language: 'ar', direction: 'rtl' }));
    for (const word of words.split(' ')) expect(text.split(/\s+/)).toContain(word);
  });

  it('has the words of a list beside its marks, whatever languages they are in', async () => {
    const item = (text: string, direction: 'ltr' | 'rtl') => ({ inlines: paragraph(text).inlines, direction, children: [] });
    const list = (...items: ReturnType<typeof item>[]) => ({ kind: 'list' as const, isOrdered: false, items });
    const file = fileOf({ ...edition(list(item('عمل', 'rtl'), item('Kurse am Abend', 'ltr')), paragraph('Dazwischen'), list(item('Beirat', 'ltr'))), language: 'ar', direction: 'rtl' });
    const pdf = await getDocument({ data: file, verbosity: 0 }).promise;
    const items = (await (await pdf.getPage(2)).getTextContent()).items;
    const edge = (words: string): number => items.flatMap((one) => ('str' in one && one.str.startsWith(words) ? [one.transform[4] as number] : []))[0] ?? 0;
    expect([edge('Kur') > 300, edge('Dazw') < 150, edge('Bei') < 150]).toEqual([true, true, true]);
  });

  it('begins each section on a page of its own, but where they are short', async () => {
    const of = async (count: number): Promise<number> => {
      const document = edition(...Array.from({ length: count }, () => paragraph('Ein Absatz mit einigen Worten. '.repeat(10))));
      return (await getDocument({ data: fileOf({ ...document, sections: [...document.sections, { ...document.sections[0]!, sectionId: 't', number: '2' }] }), verbosity: 0 }).promise).numPages;
    };
    // First page, contents and what is short; first page, contents and two sections.
    expect([await of(1), await of(8)]).toEqual([2, 4]);
  });

  it('keeps to PDF/UA-1 for every text', () => {
    // Typst refuses to write what does not keep to the standard: heading levels that skip, missing title or language, holes in fonts.
    fc.assert(fc.property(documents, fc.boolean(), (document, hasLineNumbers) => {
      const file = fileOf(document, hasLineNumbers);
      expect(Buffer.from(file.subarray(0, 5)).toString()).toBe('%PDF-');
    }), { numRuns: 60 });
  }, 60_000);
});
