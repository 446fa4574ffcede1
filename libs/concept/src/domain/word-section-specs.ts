import { toBlockSpecs } from '@konzeptwerkstatt/document-model';
import type { BlockSpec } from '@konzeptwerkstatt/document-model';
import type { WordPiece } from '../word/word-reading.js';
import { wordsOfBlock } from './word-sections.policy.js';

/** What footnotes stand under at the end of a section. */
const FOOTNOTES_TITLE = 'Anmerkungen';

function pieceSpecs({ block }: WordPiece, fileIds: ReadonlyMap<string, string>): BlockSpec[] {
  if (block.kind === 'picture') return [{ type: 'picture', fileId: fileIds.get(block.part) ?? null, alt: block.alt, caption: block.caption, decorative: block.isDecorative }];
  return block.kind !== 'table' && wordsOfBlock(block) === '' ? [] : toBlockSpecs([block]);
}

/**
 * The blocks of a section to be written; its footnotes come at the end, under the numbers by which the text names them.
 * @param fileIds of its pictures, by their part; one that is missing leaves its place and its description
 */
export function sectionSpecs(pieces: readonly WordPiece[], fileIds: ReadonlyMap<string, string>): BlockSpec[] {
  const footnotes = pieces.flatMap((piece) => piece.footnotes);
  const text = pieces.flatMap((piece) => pieceSpecs(piece, fileIds));
  if (footnotes.length === 0) return text;
  return [...text, { type: 'heading2', text: FOOTNOTES_TITLE }, ...footnotes.map((footnote): BlockSpec => ({ type: 'paragraph', text: `[${footnote.number}] ${footnote.text}` }))];
}
