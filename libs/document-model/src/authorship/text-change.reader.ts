import * as Y from 'yjs';
import type { TextPiece } from './kept-text.js';

/** A piece of a line as it stood after a change. */
export interface WrittenPiece extends TextPiece {
  /** The struct in front of which it was put, if any: undoing puts words back in front of what it brings back. */
  readonly before: { readonly clientId: number; readonly clock: number } | null;
}

/** Shortest passage that counts as brought back when nothing else speaks for it. In UTF-16 units. */
export const SHORTEST_RETURN = 4;

/** Which structs an update says are deleted. */
export type Deletions = ReturnType<typeof Y.decodeUpdate>['ds'];

/** The words of one element that a change has touched, before and after it. */
export interface ChangedLine {
  readonly after: readonly WrittenPiece[];
  /**
   * What its writer took out, one entry per unbroken run of words; also what somebody else took out at the same time. Words of
   * others that she did not know and that went along with their paragraph are not among them, and do not break a run.
   */
  readonly removed: readonly (readonly TextPiece[])[];
  /** Whether nothing of the line is left. */
  readonly isGone: boolean;
  /** False for a few letters that were gone already: an update may repeat old deletions. */
  readonly isTelling: boolean;
  /** What it put in, likewise. */
  readonly added: readonly (readonly WrittenPiece[])[];
  /** What it put in where somebody else was taking out everything at the same time: its writer still sees it, and may move it. */
  readonly lost: readonly (readonly WrittenPiece[])[];
}

/**
 * The lines that a transaction has put words into or taken words out of, in the order of the store. Call it while the
 * transaction is open to readers (`afterTransaction`), in a document that does not collect what is deleted.
 * @param deletions those of the update itself
 */
export function changedLines(transaction: Y.Transaction, deletions: Deletions): ChangedLine[] {
  const lines = new Set<Y.XmlText | Y.XmlFragment>();
  const note = (struct: Y.AbstractStruct): void => {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.parent instanceof Y.XmlText) lines.add(elementOf(struct.parent));
  };
  for (const deleted of [transaction.deleteSet, deletions]) Y.iterateDeletedStructs(transaction, deleted, note);
  for (const [client, clock] of transaction.afterState) {
    const known = transaction.beforeState.get(client) ?? 0;
    if (clock > known) newStructs(transaction.doc, client, known).forEach(note);
  }
  return [...lines].map((line) => lineOf(line, transaction, deletions));
}

function newStructs({ store }: Y.Doc, client: number, known: number): readonly Y.AbstractStruct[] {
  const structs = store.clients.get(client) ?? [];
  return structs.slice(Y.findIndexSS(structs, known));
}

/** Two people who type into an empty block at once make two texts of it. */
function elementOf(text: Y.XmlText): Y.XmlText | Y.XmlFragment {
  return text.parent instanceof Y.XmlFragment ? text.parent : text;
}

/** The texts of an element, those that are gone included. */
function* textsOf(line: Y.XmlText | Y.XmlFragment): Generator<Y.XmlText> {
  if (line instanceof Y.XmlText) return yield line;
  for (let item = line._start; item !== null; item = item.right) {
    if (item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlText) yield item.content.type;
  }
}

function lineOf(line: Y.XmlText | Y.XmlFragment, transaction: Y.Transaction, deletions: Deletions): ChangedLine {
  const after: WrittenPiece[] = [];
  let hasLost = false;
  const [removed, added, lost] = [new RunCollector<TextPiece>(), new RunCollector<WrittenPiece>(), new RunCollector<WrittenPiece>()];
  for (const text of textsOf(line)) {
    for (let item = text._start; item !== null; item = item.right) {
      if (!(item.content instanceof Y.ContentString)) continue;
      const { client: clientId, clock } = item.id;
      const isNew = clock >= (transaction.beforeState.get(clientId) ?? 0);
      const wasThere = !isNew && (!item.deleted || Y.isDeleted(transaction.deleteSet, item.id));
      const piece = { clientId, clock, text: item.content.str };
      const written = { ...piece, before: item.rightOrigin === null ? null : { clientId: item.rightOrigin.client, clock: item.rightOrigin.clock } };
      if (wasThere && item.deleted) hasLost = true;
      if (!item.deleted) after.push(written);
      if (!item.deleted) removed.end();
      else if (!isNew && Y.isDeleted(deletions, item.id)) removed.push(piece);
      if (isNew) (item.deleted ? lost : added).push(written);
      else if (!item.deleted) added.end();
    }
    for (const collector of [removed, added, lost]) collector.end();
  }
  const isTelling = hasLost || removed.runs.reduce((sum, run) => sum + lettersOf(run), 0) >= SHORTEST_RETURN;
  return { after, removed: removed.runs, added: added.runs, lost: lost.runs, isGone: after.length === 0, isTelling };
}

/** Gathers neighbours into runs. */
class RunCollector<Piece> {
  readonly runs: Piece[][] = [];
  private isOpen = false;

  push(piece: Piece): void {
    if (this.isOpen) this.runs.at(-1)?.push(piece);
    else this.runs.push([piece]);
    this.isOpen = true;
  }

  end(): void {
    this.isOpen = false;
  }
}

export const wordsOf = (pieces: readonly TextPiece[]): string => pieces.map(({ text }) => text).join('');

/** How long they are, in UTF-16 units. */
export const lettersOf = (pieces: readonly TextPiece[]): number => pieces.reduce((sum, { text }) => sum + text.length, 0);
