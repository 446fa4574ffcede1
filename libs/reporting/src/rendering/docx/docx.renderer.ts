import { AlignmentType, Document, Footer, Header, HeadingLevel, LineNumberRestartFormat, Packer, PageNumber, PageOrientation, Paragraph, SectionType, TableOfContents, TextRun } from 'docx';
import type { FileChild, ISectionOptions } from 'docx';
import { directionOf, documentWords } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, MeasureTable } from '@konzeptwerkstatt/document-model';
import { hasChapterPages } from '../chapter-pages.js';
import type { RenderingAnswer, RenderingTask } from '../rendering.task.js';
import { DocxBlocks, hasSize } from './docx.blocks.js';
import { DocxMarks } from './docx.marks.js';
import { DocxNotes } from './docx.notes.js';
import { pageNumbersOf } from './docx.page-numbers.js';
import { docxNumbering, docxStyles } from './docx.styles.js';

const margin = { top: 1440, bottom: 1300, left: 1300, right: 1300 };
const a4 = { width: 11906, height: 16838 };
const landscape = { ...a4, orientation: PageOrientation.LANDSCAPE };
/** Together the text width of a page on its side. */
const tableWidths = [850, 2900, 1450, 2000, 2500, 1500, 1700, 1300];

function titlePage({ titlePage: page, notes }: ConceptDocument, blocks: DocxBlocks, logo: RenderingTask['logo']): Paragraph[] {
  return [
    ...(logo ? [blocks.logo(logo)] : []),
    blocks.muted(page.municipality),
    new Paragraph({ heading: HeadingLevel.TITLE, ...blocks.pageDirection, children: blocks.title(page.title, directionOf(page.title), notes?.onTitle) }),
    blocks.line(String(page.year), {}, { size: 28 }),
    ...(page.excerpt === null ? [] : [blocks.line(page.excerpt, {}, { size: 28 })]),
    blocks.line(page.state, {}, { bold: true }),
    ...page.notes.map((note) => blocks.muted(note)),
  ];
}

function sectionsOf(document: ConceptDocument, blocks: DocxBlocks, marks: DocxMarks): FileChild[] {
  const { sections } = document;
  const isOnNewPage = hasChapterPages(document);
  return sections.flatMap((section) => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: isOnNewPage, ...blocks.pageDirection, children: [new TextRun({ text: `${section.number} ` }), ...marks.of('section', section.sectionId, section.title, blocks.title(section.title, section.direction, section.notes))] }),
    ...blocks.render(section.blocks),
    ...(section.sourceNote === null ? [] : [new Paragraph({ style: 'Muted', ...blocks.pageDirection, children: marks.added(section.sourceNote, [blocks.words(section.sourceNote)]) })]),
  ]);
}

function furniture({ titlePage: page }: ConceptDocument, blocks: DocxBlocks): Pick<ISectionOptions, 'headers' | 'footers'> {
  return {
    headers: { default: new Header({ children: [blocks.muted(`${page.title} · ${page.state}`)] }) },
    footers: { default: new Footer({ children: [new Paragraph({ style: 'Muted', alignment: AlignmentType.END, ...blocks.pageDirection, children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })] })] }) },
  };
}

function tableSection(table: MeasureTable, blocks: DocxBlocks, marks: DocxMarks): FileChild[] {
  return [new Paragraph({ heading: HeadingLevel.HEADING_1, ...blocks.pageDirection, children: marks.end(table.title, [blocks.words(table.title)]) }), blocks.plainTable(table.head, table.rows, tableWidths)];
}

/** A Word document with real headings, lists and tables, made of the same tree as the PDF. */
export async function renderDocx({ document, pictures: given, logo: ownLogo, hasLineNumbers, hasMarks = false }: RenderingTask): Promise<RenderingAnswer> {
  const pictures = new Map([...given].filter(([, picture]) => hasSize(picture)));
  const logo = ownLogo && hasSize(ownLogo) ? ownLogo : null;
  const marks = new DocxMarks(hasMarks);
  const notes = new DocxNotes(document);
  const blocks = new DocxBlocks(pictures, marks, notes, document.direction);
  const contents = documentWords(document.language).contents;
  const page = { size: a4, margin };
  const lines = hasLineNumbers ? { lineNumbers: { countBy: 1, restart: LineNumberRestartFormat.CONTINUOUS } } : {};
  const sections = sectionsOf(document, blocks, marks);
  const file = new Document({
    pageNumbers: pageNumbersOf(document),
    title: document.titlePage.title, creator: document.titlePage.municipality, lastModifiedBy: document.titlePage.municipality, description: document.titlePage.state, customProperties: hasMarks ? [...marks.properties, ...notes.properties] : [], styles: docxStyles(document.language, document.direction), numbering: docxNumbering, ...notes.part,
    sections: [
      { properties: { page }, children: titlePage(document, blocks, logo) },
      {
        properties: { page, type: SectionType.NEXT_PAGE, ...lines }, ...furniture(document, blocks),
        children: [
          blocks.line(contents, { style: 'Muted' }, { bold: true, size: 28 }),
          new TableOfContents(contents, { hyperlink: true, headingStyleRange: '1-3' }),
          ...sections,
        ],
      },
      ...(document.measureTable === null ? [] : [{ properties: { page: { size: landscape, margin }, type: SectionType.NEXT_PAGE }, ...furniture(document, blocks), children: tableSection(document.measureTable, blocks, marks) }]),
    ],
  });
  // Word has fonts of its own for what ours lack.
  return { file: new Uint8Array(await Packer.toBuffer(file)), unshownCharacters: [], brokenPictures: [...given.keys()].filter((id) => !pictures.has(id)) };
}
