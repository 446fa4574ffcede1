import * as Y from 'yjs';
import type { AuthorId, KeptRange, TextPiece } from './kept-text.js';
import { joinRanges, KeptText } from './kept-text.js';
import { keepAuthors } from './kept-author.policy.js';
import type { Deletions, WrittenPiece } from './text-change.reader.js';
import { changedLines, lettersOf } from './text-change.reader.js';
import { passageOf, SHORTEST_PART, TextPool } from './text-pool.js';

/** Words that were taken out of the text, for whoever brings them back. */
export interface RemovedPassage {
  /** One entry per deletion; letter by letter, these are many. */
  readonly runs: readonly (readonly TextPiece[])[];
  /** Whether it was all there was in its line. */
  readonly isLine: boolean;
}

/** Words as they stood in the place they were copied from, with their authors there; they were put in under these clocks. */
export interface CopiedPassage {
  readonly clientId: number;
  readonly from: number;
  readonly to: number;
  readonly words: readonly { readonly text: string; readonly author: AuthorId }[];
}

/** What is known before the rows: the text, the authors kept so far, what was taken out lately, what is said to be copied. */
export interface AuthorshipBase {
  readonly state: readonly Uint8Array[];
  readonly kept: readonly KeptRange[];
  readonly removed: readonly RemovedPassage[];
  readonly copied: readonly CopiedPassage[];
}

/** What the rows add to it. */
export interface DerivedAuthorship {
  readonly doc: Y.Doc;
  readonly kept: KeptText;
  /** Ranges to be stored. */
  readonly fresh: readonly KeptRange[];
  readonly removed: readonly RemovedPassage[];
}

const maxRemovedPassages = 200;
const maxRemovedLetters = 60_000;

/**
 * Follows the rows of a log in their order and finds the words that keep an earlier author (see `keepAuthors`); a passage that
 * was moved twice keeps the first. Work and memory are bounded; what is beyond counts as the writer's. Throws when bytes are no
 * update.
 */
export function deriveAuthorship({ state, kept, removed, copied }: AuthorshipBase, rows: readonly Uint8Array[]): DerivedAuthorship {
  const derivation = new Derivation(new KeptText(kept), removed, copied);
  derivation.load(state);
  for (const batch of batchesOf(rows)) derivation.follow(batch);
  return derivation.result();
}

interface Batch {
  readonly payloads: Uint8Array[];
  /** Of the one payload; plain typing has none. */
  readonly deletions: Deletions;
  readonly isTyping: boolean;
}

/** Neighbouring rows of plain typing go together: each transaction costs the number of all sessions ever. */
function batchesOf(rows: readonly Uint8Array[]): Batch[] {
  const batches: Batch[] = [];
  for (const payload of rows) {
    const { structs, ds: deletions } = Y.decodeUpdate(payload);
    const isTyping = deletions.clients.size === 0 && structs.every(isTyped);
    const last = batches.at(-1);
    if (last !== undefined && isTyping && last.isTyping) last.payloads.push(payload);
    else batches.push({ payloads: [payload], deletions, isTyping });
  }
  return batches;
}

function isTyped(struct: Y.Item | Y.GC | Y.Skip): boolean {
  return !(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || struct.content.str.length < SHORTEST_PART;
}

class Derivation {
  // Deleted words are compared with added ones, so they must not be collected.
  private readonly doc = new Y.Doc({ gc: false });
  private readonly fresh: KeptRange[] = [];

  constructor(private readonly kept: KeptText, private removed: readonly RemovedPassage[], private readonly copied: readonly CopiedPassage[]) {}

  load(state: readonly Uint8Array[]): void {
    // Said to be copied only after the words themselves had gone into the state.
    if (this.copied.length > 0) this.doc.once('afterTransaction', (transaction: Y.Transaction) => this.findCopiesIn(transaction));
    this.doc.transact(() => state.forEach((update) => Y.applyUpdate(this.doc, update)));
  }

  follow({ payloads, deletions, isTyping }: Batch): void {
    this.doc.once('afterTransaction', (transaction: Y.Transaction) => {
      const lines = changedLines(transaction, deletions);
      const earlier = { removed: poolOf(this.removed), removedLines: poolOf(this.removed.filter(({ isLine }) => isLine)) };
      this.fresh.push(...keepAuthors(lines, this.kept, { ...earlier, copied: (run) => this.copiesFor(run), isTyping }));
      this.remember(lines.filter((line) => line.removed.length > 0).map((line) => ({ runs: line.removed, isLine: line.isGone })));
    });
    this.doc.transact(() => payloads.forEach((payload) => Y.applyUpdate(this.doc, payload)));
  }

  result(): DerivedAuthorship {
    return { doc: this.doc, kept: this.kept, fresh: joinRanges(this.fresh), removed: this.removed };
  }

  private findCopiesIn(transaction: Y.Transaction): void {
    const nothing = poolOf([]);
    const lines = changedLines(transaction, transaction.deleteSet).map((line) => ({ ...line, lost: [], added: line.added.flatMap((run) => this.runsOfCopies(run)) }));
    this.fresh.push(...keepAuthors(lines, this.kept, { removed: nothing, removedLines: nothing, copied: (run) => this.copiesFor(run), isTyping: true }));
  }

  /** Of a long run, the neighbours that are said to be copied; everything else in it is older. */
  private runsOfCopies(run: readonly WrittenPiece[]): WrittenPiece[][] {
    const runs: WrittenPiece[][] = [];
    let open: WrittenPiece[] | null = null;
    for (const piece of run.flatMap((whole) => this.cutToCopies(whole))) {
      if (this.copiesFor([piece]) === null) open = null;
      else if (open === null) runs.push((open = [piece]));
      else open.push(piece);
    }
    return runs;
  }

  private cutToCopies(piece: WrittenPiece): WrittenPiece[] {
    const end = piece.clock + piece.text.length;
    const cuts = this.copied.filter(({ clientId }) => clientId === piece.clientId).flatMap(({ from, to }) => [from, to]).filter((cut) => piece.clock < cut && cut < end);
    const borders = [...new Set([piece.clock, ...cuts, end])].sort((one, other) => one - other);
    return borders.slice(0, -1).map((from, index) => ({ ...piece, clock: from, text: piece.text.slice(from - piece.clock, (borders[index + 1] ?? end) - piece.clock) }));
  }

  private copiesFor(run: readonly WrittenPiece[]): TextPool | null {
    const passages = this.copied.filter(({ clientId, from, to }) => run.some((piece) => piece.clientId === clientId && piece.clock < to && piece.clock + piece.text.length > from));
    if (passages.length === 0) return null;
    return new TextPool(passages.map(({ words }) => passageOf([words.map(({ text, author }) => ({ clientId: 0, clock: 0, text, author }))])), false);
  }

  private remember(passages: readonly RemovedPassage[]): void {
    if (passages.length === 0) return;
    const all = joinNeighbours([...this.removed, ...passages]).slice(-maxRemovedPassages);
    let letters = 0;
    const first = all.findLastIndex(({ runs }) => (letters += runs.reduce((sum, run) => sum + lettersOf(run), 0)) > maxRemovedLetters);
    this.removed = all.slice(first + 1);
  }
}

/** The latest first: of equal words these are meant. */
function poolOf(removed: readonly RemovedPassage[]): TextPool {
  return new TextPool(removed.map(({ runs }) => passageOf(runs)).reverse(), false);
}

/** Deleting letter by letter, forwards or backwards, takes out one passage. */
function joinNeighbours(passages: readonly RemovedPassage[]): RemovedPassage[] {
  const joined: RemovedPassage[] = [];
  for (const passage of passages) {
    const last = joined.at(-1);
    if (last !== undefined && follows(last.runs, passage.runs)) joined[joined.length - 1] = { runs: [...last.runs, ...passage.runs], isLine: passage.isLine };
    else if (last !== undefined && follows(passage.runs, last.runs)) joined[joined.length - 1] = { runs: [...passage.runs, ...last.runs], isLine: passage.isLine };
    else joined.push(passage);
  }
  return joined;
}

function follows(first: RemovedPassage['runs'], second: RemovedPassage['runs']): boolean {
  const [end, start] = [first.at(-1)?.at(-1), second[0]?.[0]];
  return end !== undefined && start !== undefined && end.clientId === start.clientId && end.clock + end.text.length === start.clock;
}
