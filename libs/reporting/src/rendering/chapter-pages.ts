import type { ConceptDocument, DocumentBlock } from '@konzeptwerkstatt/document-model';

/** So many characters fill half a page. */
const HALF_A_PAGE = 2_000;
/** What the end of a paragraph and the gap below it take besides the words. */
const LINE = 80;

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

/** About how much room a block takes, in characters. */
function extentOf(block: DocumentBlock): number {
  switch (block.kind) {
    case 'picture': return HALF_A_PAGE;
    case 'list': return sum(block.items.map((item) => extentOf({ ...item, kind: 'paragraph' }) + sum(item.children.map(extentOf))));
    // Cells stand beside each other: the fullest of a row decides how high it is.
    case 'table': return sum(block.rows.map((row) => Math.max(LINE, ...row.map(({ blocks, colspan }) => (sum(blocks.map(extentOf)) - LINE) * block.columns / colspan))));
    case 'goal':
    case 'measure': return LINE * (1 + block.fields.length) + sum(block.blocks.map(extentOf));
    default: return LINE + sum(block.inlines.map((inline) => (inline.kind === 'text' ? inline.text.length : LINE)));
  }
}

/** Whether each section begins on a page of its own. Where most of them would leave more than half of it empty, as in a paper for the council, they follow one another. */
export function hasChapterPages({ sections }: ConceptDocument): boolean {
  return sections.filter(({ blocks }) => sum(blocks.map(extentOf)) < HALF_A_PAGE).length * 2 <= sections.length;
}
