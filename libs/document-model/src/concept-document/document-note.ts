import type { TextDirection } from './concept-document.js';

/** Characters of a text that a note is about, counted as JavaScript does. */
export interface PlacedNote {
  readonly number: number;
  readonly start: number;
  /** The first character after it. */
  readonly end: number;
}

/** What a note is about, as its author saw it. */
export interface NoteAnchor {
  /** Null: the whole document. */
  readonly sectionId: string | null;
  /** The goal, measure or block; null: the section. */
  readonly blockId: string | null;
  /** The words; null: all of it. */
  readonly quote: string | null;
  /** What stood before the words. */
  readonly before: string;
}

/** What somebody said, to be given out beside a document. Every text is as it was typed. */
export interface NoteSource {
  readonly about: NoteAnchor;
  /** Never empty. */
  readonly author: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** What it is, in words: `Frage`. */
  readonly kind: string;
  /** Of its title and text; BCP 47. */
  readonly language: string;
  readonly title: string | null;
  readonly text: string;
  /** What is to stand instead of the words it is about; null: it proposes none. */
  readonly replacement: string | null;
}

/** A part of what a note says. `remark`: what became of its place; `quote`: the words it is about. */
export interface NotePart {
  readonly kind: 'remark' | 'quote' | 'title' | 'text' | 'replacement';
  readonly label: string | null;
  readonly text: string;
  readonly direction: TextDirection;
  /** Language, and country where it is known: `de`, `pt-BR`. */
  readonly language: string;
}

/** A note with its place, free of characters that no format can hold. */
export interface DocumentNote {
  /** Counted from 1, in the order of the document. */
  readonly number: number;
  readonly author: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly dayInWords: string;
  readonly kind: string;
  /** What it is about, in words: `Maßnahme M3.1: Lotsen`. */
  readonly place: string;
  readonly parts: readonly NotePart[];
}

/** What people said about a document and its parts. The places say by number which notes are about them. */
export interface DocumentNotes {
  readonly title: string;
  /** Stands before the numbers of notes where they cannot stand at the words. */
  readonly mention: string;
  readonly notes: readonly DocumentNote[];
  /** On the document's title: about all of it. */
  readonly onTitle: readonly PlacedNote[];
}
