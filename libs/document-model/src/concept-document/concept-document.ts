import type { DocumentNotes, PlacedNote } from './document-note.js';

/** Which way a text runs. */
export type TextDirection = 'ltr' | 'rtl';

/** Words that look alike, or a line break within a block. Links lead to addresses with allowed schemes only. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly bold: boolean; readonly italic: boolean; readonly href: string | null }
  | { readonly kind: 'break' };

interface TextBlock {
  readonly inlines: readonly Inline[];
  readonly direction: TextDirection;
  /** The block of the text whose words these are; only where it was asked for. */
  readonly blockId?: string;
  /** Notes about these words. */
  readonly notes?: readonly PlacedNote[];
}

/** A heading within a section; levels never skip one (the section's own title is level 1). */
export interface HeadingBlock extends TextBlock {
  readonly kind: 'heading';
  /** 2 to 6. */
  readonly level: number;
}

export interface ParagraphBlock extends TextBlock {
  readonly kind: 'paragraph' | 'quote';
}

export interface ListItem extends TextBlock {
  readonly children: readonly ListBlock[];
}

export interface ListBlock {
  readonly kind: 'list';
  readonly isOrdered: boolean;
  readonly items: readonly ListItem[];
}

/** A cell of a table whose cells fill its grid without gap and overlap. */
export interface TableCell {
  /** What it is the header of; null for a cell with content. */
  readonly headerOf: 'column' | 'row' | null;
  readonly colspan: number;
  readonly rowspan: number;
  readonly blocks: readonly DocumentBlock[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: number;
  /** So many rows at the top hold nothing but headers, and are repeated on each page. */
  readonly headerRows: number;
  /** Each row names the cells that begin in it. */
  readonly rows: readonly (readonly TableCell[])[];
}

/** A picture between the blocks. */
export interface PictureBlock {
  readonly kind: 'picture';
  /** The stored file; null when the text names none. */
  readonly fileId: string | null;
  /** What is to be seen, in words: never empty, but of decoration. */
  readonly alt: string;
  /** It says nothing that the text does not say. */
  readonly isDecorative: boolean;
  /** Null: nothing stands below it. */
  readonly caption: string | null;
  /** Of the caption. */
  readonly direction: TextDirection;
  /** What is shown where the picture should be when it is not there. */
  readonly missing: string;
}

/** A structured field in words; a field without any value is left out. */
export interface NamedField {
  /** Name of the field in the document model, e.g. `status`. */
  readonly key: string;
  readonly label: string;
  readonly values: readonly string[];
}

/** A goal or a measure as it stands in the text. */
export interface ObjectBlock {
  readonly kind: 'goal' | 'measure';
  readonly blockId: string;
  /** E.g. `M3.2`; null where the text stands on its own, such as an earlier version. */
  readonly number: string | null;
  /** What it is, in words: `Maßnahme`. */
  readonly label: string;
  /** Never empty. */
  readonly title: string;
  readonly direction: TextDirection;
  /** Level of its heading, 2 to 6. */
  readonly level: number;
  readonly fields: readonly NamedField[];
  readonly blocks: readonly DocumentBlock[];
  /** Notes on its title. */
  readonly notes?: readonly PlacedNote[];
}

export type DocumentBlock = HeadingBlock | ParagraphBlock | ListBlock | TableBlock | PictureBlock | ObjectBlock;

export interface DocumentSection {
  readonly sectionId: string;
  /** E.g. `3`. */
  readonly number: string;
  readonly title: string;
  readonly direction: TextDirection;
  /** Where facts of others in it come from. */
  readonly sourceNote: string | null;
  readonly blocks: readonly DocumentBlock[];
  /** Notes on its title. */
  readonly notes?: readonly PlacedNote[];
}

/** What stands on the first page. `state` stands on every other one, too. */
export interface TitlePage {
  readonly title: string;
  readonly year: number;
  readonly municipality: string;
  /** E.g. `Entwurf, Stand 26.11.2026`. */
  readonly state: string;
  /** What of the whole it holds, in words; null for all of it. */
  readonly excerpt: string | null;
  readonly notes: readonly string[];
}

/** All measures of the document in one table of words. */
export interface MeasureTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * An edition, or a part of it, free of any format: what PDF, DOCX, the reading view and reports are made of. Every text is free of
 * characters that no XML may hold.
 */
export interface ConceptDocument {
  /** BCP 47. */
  readonly language: string;
  readonly direction: TextDirection;
  readonly titlePage: TitlePage;
  readonly sections: readonly DocumentSection[];
  /** The measures once more as a table; null when it was not asked for, or there are none. */
  readonly measureTable: MeasureTable | null;
  /** What people said about it; only where it was asked for. */
  readonly notes?: DocumentNotes;
}

/** The files of all pictures among blocks, those in goals and measures included. */
export function pictureFilesIn(blocks: readonly DocumentBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.kind === 'picture') return block.fileId === null ? [] : [block.fileId];
    return block.kind === 'goal' || block.kind === 'measure' ? pictureFilesIn(block.blocks) : [];
  });
}

/** All goals and measures among blocks, in the order of the text. They never stand inside of each other. */
export function objectsIn(blocks: readonly DocumentBlock[]): ObjectBlock[] {
  return blocks.filter((block): block is ObjectBlock => block.kind === 'goal' || block.kind === 'measure');
}
