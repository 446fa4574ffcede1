import { readWordDocument } from './word-document.reader.js';
import { readWordPictures } from './word-pictures.reader.js';
import type { WordAnswer } from './word-reading.js';

/** What the thread is asked for: the text of a document, or the bytes of some of its pictures. */
export interface WordTask {
  readonly content: Uint8Array;
  readonly pictures: readonly string[] | null;
}

/** Runs in a thread of its own: a hostile document may take long or much memory, and then the thread is ended from outside. */
export default function read({ content, pictures }: WordTask): WordAnswer | ReadonlyMap<string, Uint8Array> {
  return pictures === null ? readWordDocument(content) : readWordPictures(content, pictures);
}
