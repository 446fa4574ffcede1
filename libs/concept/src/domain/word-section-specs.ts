import { toBlockSpecs } from '@konzeptwerkstatt/document-model';
import type { BlockSpec } from '@konzeptwerkstatt/document-model';
import type { WordPiece } from '../word/word-reading.js';
import { wordsOfBlock } from './word-sections.policy.js';

/** What footnotes stand under at the end of a section. */
const FOOTNOTES_TITLE = 'Anmerkungen';

/** The blocks of a section to be written; its footnotes come at the end, under the numbers by which the text names them. */
export function sectionSpecs(pieces: readonly WordPiece[]): BlockSpec[] {
  const footnotes = pieces.flatMap((piece) => piece.footnotes);
  const text = pieces.flatMap(({ block }): BlockSpec[] => (block.kind === 'picture' || (block.kind !== 'table' && wordsOfBlock(block) === '') ? [] : toBlockSpecs([block])));
  if (footnotes.length === 0) return text;
  return [...text, { type: 'heading2', text: FOOTNOTES_TITLE }, ...footnotes.map((footnote): BlockSpec => ({ type: 'paragraph', text: `[${footnote.number}] ${footnote.text}` }))];
}
