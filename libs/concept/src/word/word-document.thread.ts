import { readWordDocument } from './word-document.reader.js';
import type { WordAnswer } from './word-reading.js';

/** Runs in a thread of its own: a hostile document may take long or much memory, and then the thread is ended from outside. */
export default function read(content: Uint8Array): WordAnswer {
  return readWordDocument(content);
}
