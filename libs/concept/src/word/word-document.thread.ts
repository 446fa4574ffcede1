import { readWordDocument } from './word-document.reader.js';
import { readWordCorrections } from './word-corrections.reader.js';
import type { CorrectionsAnswer } from './word-corrections.js';
import { readWordPictures } from './word-pictures.reader.js';
import type { WordAnswer } from './word-reading.js';

/** What the thread is asked for: the text of a document, what became of one of ours, or the bytes of some of its pictures. */
export interface WordTask {
  readonly content: Uint8Array;
  readonly pictures: readonly string[] | null;
  readonly isCorrection?: boolean;
}

/** Runs in a thread of its own: a hostile document may take long or much memory, and then the thread is ended from outside. */
export default function read({ content, pictures, isCorrection = false }: WordTask): WordAnswer | CorrectionsAnswer | ReadonlyMap<string, Uint8Array> {
  if (isCorrection) return readWordCorrections(content);
  return pictures === null ? readWordDocument(content) : readWordPictures(content, pictures);
}
