import type { HeadingBlock, ListBlock, ParagraphBlock, TableBlock } from '@konzeptwerkstatt/document-model';

/** Why a file could not be read at all. */
export const WORD_PROBLEMS = ['not_readable', 'not_a_word_document', 'password_protected', 'old_word_format', 'with_macros', 'too_large', 'too_long', 'empty', 'no_marks'] as const;
export type WordProblem = (typeof WORD_PROBLEMS)[number];

/** What of a Word document comes in another form than it had, or not at all; counted, so that the person can look it up. */
export const WORD_NOTES = [
  'footnotes', 'tracked_changes', 'text_boxes', 'comments', 'pictures', 'pictures_without_alt', 'external_pictures', 'drawings', 'embedded_objects', 'equations', 'fields', 'contents', 'headers_footers',
  'nested_tables', 'hidden_text', 'struck_text', 'symbols', 'numbered_headings', 'refused_links', 'guessed_headings', 'macros',
] as const;
export type WordNote = (typeof WORD_NOTES)[number];

/** A picture that lies in the document itself. */
export interface WordPicture {
  readonly kind: 'picture';
  /** Path of its part in the package. */
  readonly part: string;
  readonly alt: string;
  readonly isDecorative: boolean;
  /** What stands below it; empty: nothing. */
  readonly caption: string;
}

/** A heading keeps the level it has in Word, from 1. */
export type WordBlock = HeadingBlock | ParagraphBlock | ListBlock | TableBlock | WordPicture;

/** One block of the document, with the footnotes that its words name. */
export interface WordPiece {
  readonly block: WordBlock;
  /** Words of the footnotes by the number that stands in the text for them. */
  readonly footnotes: readonly { readonly number: number; readonly text: string }[];
}

/** A Word document as it was understood. */
export interface WordReading {
  readonly pieces: readonly WordPiece[];
  readonly notes: Readonly<Partial<Record<WordNote, number>>>;
}

/** A document that was understood, or why there is none. */
export type WordAnswer = WordReading | { readonly problem: WordProblem };

/** About a thousand pages; more no concept has, and no transaction takes at once. */
export const MAX_CHARACTERS = 3_000_000;
export const MAX_PIECES = 30_000;
