import type { DocumentBlock, ListBlock, ParagraphBlock, TableBlock } from './concept-document.js';
import type { PlacedNote } from './document-note.js';
import { plainText } from './inline.builder.js';

/** A text that notes may be about: words of a block, or the title of a goal or measure. */
export interface NoteText {
  readonly id: string | null;
  readonly text: string;
}

/** Asked for each text in the order of the document: which notes are about it. */
type NotesOf = (text: NoteText) => readonly PlacedNote[];

type Words = Pick<ParagraphBlock, 'blockId' | 'inlines' | 'notes'>;

function noted<Block extends Words>(block: Block, notesOf: NotesOf): Block {
  const notes = notesOf({ id: block.blockId ?? null, text: plainText(block.inlines) });
  return notes.length === 0 ? block : { ...block, notes };
}

function notedList(list: ListBlock, notesOf: NotesOf): ListBlock {
  return { ...list, items: list.items.map((item) => ({ ...noted(item, notesOf), children: item.children.map((child) => notedList(child, notesOf)) })) };
}

function notedTable(table: TableBlock, notesOf: NotesOf): TableBlock {
  return { ...table, rows: table.rows.map((row) => row.map((cell) => ({ ...cell, blocks: blocksWithNotes(cell.blocks, notesOf) }))) };
}

/** The blocks with the notes about their texts. */
export function blocksWithNotes(blocks: readonly DocumentBlock[], notesOf: NotesOf): DocumentBlock[] {
  return blocks.map((block): DocumentBlock => {
    switch (block.kind) {
      case 'heading': return noted(block, notesOf);
      case 'paragraph': return noted(block, notesOf);
      case 'quote': return noted(block, notesOf);
      case 'list': return notedList(block, notesOf);
      case 'table': return notedTable(block, notesOf);
      case 'picture': return block;
      case 'goal':
      case 'measure': {
        const notes = notesOf({ id: block.blockId, text: block.title });
        return { ...block, ...(notes.length === 0 ? {} : { notes }), blocks: blocksWithNotes(block.blocks, notesOf) };
      }
    }
  });
}

/** All texts among blocks, in the order of the document. */
export function noteTextsIn(blocks: readonly DocumentBlock[]): NoteText[] {
  const texts: NoteText[] = [];
  blocksWithNotes(blocks, (text) => {
    texts.push(text);
    return [];
  });
  return texts;
}
