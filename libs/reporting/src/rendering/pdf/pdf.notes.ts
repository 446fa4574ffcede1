import { inlinesWithNotes } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, DocumentBlock, ListBlock, NotedInline, ParagraphBlock, PlacedNote } from '@konzeptwerkstatt/document-model';

/** A place in the text that leads to a note. */
type MarkedInline = NotedInline | { readonly kind: 'note'; readonly number: number };

const numbersOf = (notes: readonly PlacedNote[] = []): number[] => notes.map(({ number }) => number);

/** Words with a mark behind those that a note is about. */
function marked<Words extends Pick<ParagraphBlock, 'inlines' | 'notes'>>(words: Words): Omit<Words, 'inlines'> & { readonly inlines: readonly MarkedInline[] } {
  const inlines = inlinesWithNotes(words.inlines, words.notes ?? []).flatMap((part): MarkedInline[] => (part.kind === 'noteStart' ? [] : [part.kind === 'noteEnd' ? { kind: 'note', number: part.number } : part]));
  return { ...words, inlines };
}

const markedList = (list: ListBlock): object => ({ ...list, items: list.items.map((item) => ({ ...marked(item), children: item.children.map(markedList) })) });

function numbersInList({ items }: ListBlock): number[] {
  return items.flatMap(({ notes, children }) => [...numbersOf(notes), ...children.flatMap(numbersInList)]);
}

/** Numbers of the notes about words of a table's cells. */
function numbersIn(blocks: readonly DocumentBlock[]): number[] {
  return blocks.flatMap((block) => (block.kind === 'list' ? numbersInList(block) : 'notes' in block ? numbersOf(block.notes) : []));
}

/**
 * Blocks as the template wants them: marks stand at the words; of a heading, which also stands in the table of contents, and of the heads of a table, which are
 * repeated on each page, the numbers stand beside it.
 */
function markedBlocks(blocks: readonly DocumentBlock[]): object[] {
  return blocks.map((block): object => {
    switch (block.kind) {
      case 'paragraph':
      case 'quote': return marked(block);
      case 'list': return markedList(block);
      case 'table': {
        const { headerRows, rows } = block;
        const mention = rows.slice(0, headerRows).flatMap((row) => row.flatMap((cell) => numbersIn(cell.blocks)));
        return { ...block, mention, rows: rows.map((row, index) => (index < headerRows ? row : row.map((cell) => ({ ...cell, blocks: markedBlocks(cell.blocks) })))) };
      }
      case 'heading': return { ...block, mention: numbersOf(block.notes) };
      case 'goal':
      case 'measure': return { ...block, mention: numbersOf(block.notes), blocks: markedBlocks(block.blocks) };
      case 'picture': return block;
    }
  });
}

/** The document with marks for its notes; as it is without any. */
export function withMarks(document: ConceptDocument): object {
  const { notes, sections } = document;
  if (notes === undefined) return document;
  return {
    ...document,
    notes: { ...notes, onTitle: numbersOf(notes.onTitle) },
    sections: sections.map((section) => ({ ...section, mention: numbersOf(section.notes), blocks: markedBlocks(section.blocks) })),
  };
}
