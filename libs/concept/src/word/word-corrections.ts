import type { WordMark } from '@konzeptwerkstatt/document-model';
import type { WordNote, WordProblem } from './word-reading.js';

/** A paragraph of a document of ours as it came back. */
export interface MarkedParagraph {
  /** Null: somebody put it in. */
  readonly mark: WordMark | null;
  /** As `wordsToCompare` gives them; labels and numbers that the document adds are not among them. */
  readonly words: string;
  readonly isListItem: boolean;
}

/** A document of ours that came back. */
export interface CorrectionsReading {
  readonly paragraphs: readonly MarkedParagraph[];
  /** Short hashes of the blocks that went out, by the ends of their ids; null when the file has lost them. */
  readonly sent: Readonly<Record<string, string>> | null;
  readonly notes: Readonly<Partial<Record<WordNote, number>>>;
}

/** A document that was understood, or why there is none. */
export type CorrectionsAnswer = CorrectionsReading | { readonly problem: WordProblem };
