import type { DocumentText } from '../reading/document-text.reader.js';
import type { ConceptDocument, DocumentSection, TitlePage } from './concept-document.js';
import { objectsIn } from './concept-document.js';
import { buildBlocks } from './document-blocks.builder.js';
import { directionOfLanguage } from './document-language.js';
import type { DocumentWords } from './document-words.js';
import { buildMeasureTable } from './measure-table.builder.js';
import { numberObjects, outlineObjects } from './numbering.policy.js';
import type { NameOf, PartiesInDocument } from './object-fields.builder.js';
import { directionOf, printable } from './printable-text.policy.js';

/** A section to be put into a document. */
export interface SectionSource {
  readonly sectionId: string;
  /** Its number in the whole edition. */
  readonly number: string;
  readonly title: string;
  readonly sourceNote: string | null;
  readonly text: DocumentText;
}

/** All that a document is made of. */
export interface ConceptDocumentSource {
  readonly titlePage: TitlePage;
  readonly sections: readonly SectionSource[];
  readonly nameOf: NameOf;
  /** How indicators stand, in words. */
  readonly standingOf?: NameOf;
  /** What organisations have said about their parts in measures. */
  readonly parties?: PartiesInDocument;
  /** Whether the measures come once more as a table. */
  readonly hasMeasureTable: boolean;
  /** Only these goals and measures, by block id, and nothing else of the text; null: everything. */
  readonly only: ReadonlySet<string> | null;
  readonly words: DocumentWords;
  /** Whether words name the block they come from. */
  readonly hasBlockIds?: boolean;
}

const printableOrNull = (text: string | null): string | null => (text === null ? null : printable(text));

function printablePage({ title, year, municipality, state, excerpt, notes }: TitlePage): TitlePage {
  return { title: printable(title), year, municipality: printable(municipality), state: printable(state), excerpt: printableOrNull(excerpt), notes: notes.map(printable) };
}

function buildSection({ sectionId, number, title, sourceNote, text }: SectionSource, { nameOf, standingOf, words, parties, only, hasBlockIds = false }: ConceptDocumentSource): DocumentSection {
  const blocks = buildBlocks(text, { words, nameOf, standingOf, parties, numbers: numberObjects(number, outlineObjects(text)), hasBlockIds });
  // What stands alone begins right below the title of its section, wherever it stood in the text.
  const chosen = only === null ? blocks : objectsIn(blocks).filter(({ blockId }) => only.has(blockId)).map((block) => ({ ...block, level: 2, blocks: block.blocks.map((inner) => (inner.kind === 'heading' ? { ...inner, level: Math.max(inner.level - block.level + 2, 3) } : inner)) }));
  return { sectionId, number, title: printable(title), direction: directionOf(title, directionOfLanguage(words.language)), sourceNote: printableOrNull(sourceNote), blocks: chosen };
}

/** The neutral document of an edition or a part of it. Pure. */
export function buildConceptDocument(source: ConceptDocumentSource): ConceptDocument {
  const { titlePage, words, hasMeasureTable, only } = source;
  const sections = source.sections.map((section) => buildSection(section, source)).filter(({ blocks }) => only === null || blocks.length > 0);
  return {
    language: words.language,
    direction: directionOfLanguage(words.language),
    titlePage: printablePage(titlePage),
    sections,
    measureTable: hasMeasureTable ? buildMeasureTable(sections, words) : null,
  };
}
