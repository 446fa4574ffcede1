import { compareTexts, readText } from '@konzeptwerkstatt/document-model';
import type { ComparedBlock } from '@konzeptwerkstatt/document-model';
import type * as Y from 'yjs';

function addedIn({ words }: ComparedBlock): string {
  return words.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim()).filter((text) => text !== '').join(' … ');
}

/** What is written here and not in the text that the server has, one entry for each paragraph, goal or measure. */
export function unsentWords(stored: Y.Doc, here: Y.Doc): string[] {
  return compareTexts(readText(stored), readText(here)).blocks.map(addedIn).filter((words) => words !== '');
}
