import * as Y from 'yjs';
import { childElements, readBody, titleOf } from '../reading/body.reader.js';
import type { BodyNode } from '../reading/body.reader.js';
import { joinRanges } from './kept-text.js';
import type { AuthorId, KeptRange, KeptText } from './kept-text.js';

/** Neighbouring words of one author in a block. */
export interface AuthoredPassage {
  readonly blockId: string;
  /** UTF-16 units of the block's own text (of a goal or measure: its title); a line break counts one. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly author: AuthorId;
}

/** Who wrote what of the text as it is now. */
export interface TextAuthorship {
  /** In document order. */
  readonly passages: readonly AuthoredPassage[];
  /** Client ids that words stand under, and the kept ranges among their clocks: for who has the document itself. */
  readonly clientIds: readonly number[];
  readonly ranges: readonly KeptRange[];
}

/** A piece of living words with one author. */
export interface LivingPiece {
  readonly clientId: number;
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly author: AuthorId;
}

/** The words of one Yjs text, cut where the author changes. */
export function livingPieces(text: Y.XmlText, kept: KeptText): LivingPiece[] {
  const pieces: LivingPiece[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client: clientId, clock } = item.id;
    const end = clock + item.length;
    for (let from = clock; from < end;) {
      const { author, until } = kept.authorAt(clientId, from);
      const to = Math.min(end, until);
      pieces.push({ clientId, from, to, words: item.content.str.slice(from - clock, to - clock), author });
      from = to;
    }
  }
  return pieces;
}

/** Reads the passages of all blocks. Never throws for what a document may hold. */
export function readAuthorship(doc: Y.Doc, kept: KeptText): TextAuthorship {
  const passages: AuthoredPassage[] = [];
  const clientIds = new Set<number>();
  const ranges: KeptRange[] = [];
  for (const node of readBody(doc).identified) {
    const line = lineOf(node);
    if (line === null) continue;
    let at = 0;
    for (const child of line.children) {
      if (!(child instanceof Y.XmlText)) {
        at += 1;
        continue;
      }
      for (const piece of livingPieces(child, kept)) {
        clientIds.add(piece.clientId);
        if (piece.author !== piece.clientId) ranges.push({ clientId: piece.clientId, from: piece.from, to: piece.to, author: piece.author });
        addTo(passages, { blockId: node.id as string, from: at, to: (at += piece.to - piece.from), words: piece.words, author: piece.author });
      }
    }
  }
  return { passages, clientIds: [...clientIds], ranges: joinRanges(ranges) };
}

/** The element whose children are the block's own words. */
function lineOf(node: BodyNode): BodyNode | null {
  if (node.name === 'block') return node;
  return childElements(node).length > 0 ? titleOf(node) : null;
}

function addTo(passages: AuthoredPassage[], passage: AuthoredPassage): void {
  const last = passages.at(-1);
  if (last !== undefined && last.blockId === passage.blockId && last.to === passage.from && last.author === passage.author) passages[passages.length - 1] = { ...last, to: passage.to, words: last.words + passage.words };
  else passages.push(passage);
}
