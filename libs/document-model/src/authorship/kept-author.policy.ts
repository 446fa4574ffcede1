import type { KeptRange, KeptText } from './kept-text.js';
import type { ChangedLine, WrittenPiece } from './text-change.reader.js';
import { SHORTEST_RETURN, wordsOf } from './text-change.reader.js';
import type { PoolPlace, SourcePiece } from './text-pool.js';
import { passageOf, SHORTEST_PART, TextPool } from './text-pool.js';

/** What a change is compared with besides itself. */
export interface EarlierText {
  /** Passages that somebody took out before: what is undone, pasted after cutting, or moved by two people at once. */
  readonly removed: TextPool;
  /** Those among them that were all there was in their line. */
  readonly removedLines: TextPool;
  /** Passages that are recorded as copied into a run, none for most. */
  readonly copied: (run: readonly WrittenPiece[]) => TextPool | null;
  /** Several updates of plain typing at once: single letters say nothing about where they come from. */
  readonly isTyping: boolean;
}

/** A run of new words and which of its letters have found their author. */
interface OpenRun {
  readonly line: ChangedLine;
  readonly pieces: readonly WrittenPiece[];
  readonly text: string;
  readonly isKnown: Uint8Array;
}

/**
 * Which of the words that a change adds keep an earlier author: those that it took out elsewhere, those recorded as copied, and
 * those that somebody had taken out before and that come back.
 * Everything else is the writer's. Adds to `kept` what it finds, and gives it.
 */
export function keepAuthors(lines: readonly ChangedLine[], kept: KeptText, earlier: EarlierText): KeptRange[] {
  const keeper = new Keeper(kept);
  follow(keeper, runsOf(lines, ({ added }) => added), lines, earlier, true);
  follow(keeper, runsOf(lines, ({ lost }) => lost), lines, earlier, false);
  return keeper.found;
}

function runsOf(lines: readonly ChangedLine[], pick: (line: ChangedLine) => readonly (readonly WrittenPiece[])[]): OpenRun[] {
  return lines.flatMap((line) => pick(line).map((pieces): OpenRun => {
    const text = wordsOf(pieces);
    return { line, pieces, text, isKnown: new Uint8Array(text.length) };
  }));
}

function follow(keeper: Keeper, runs: readonly OpenRun[], lines: readonly ChangedLine[], earlier: EarlierText, isUsedUp: boolean): void {
  if (runs.length === 0) return;
  const copies = runs.map((run) => ({ run, pool: earlier.copied(run.pieces) })).filter((copy): copy is { run: OpenRun; pool: TextPool } => copy.pool !== null);
  if (earlier.isTyping) {
    for (const { run, pool } of copies) keeper.whole([run], pool).parts([run], pool);
    keeper.undone(runs, earlier.removed);
    return;
  }
  const moved = removedIn(lines, ({ isTelling }) => isTelling, isUsedUp);
  const allOf = oncePerLine((line) => wordsOf(line.after.length > 0 ? line.after : line.lost.flat()));
  const wholeLines = runs.filter(({ line, text }) => allOf(line) === text);
  keeper.whole(runs, moved).whole(wholeLines, removedIn(lines, ({ isTelling }) => !isTelling, isUsedUp));
  for (const { run, pool } of copies) keeper.whole([run], pool);
  keeper.undone(runs, earlier.removed).whole(wholeLines, earlier.removedLines).whole(runs.filter(({ text }) => text.length >= SHORTEST_RETURN), earlier.removed);
  // Only then parts, so that they are not taken out of what belongs together.
  keeper.parts(runs, moved);
  for (const { run, pool } of copies) keeper.parts([run], pool);
  keeper.parts(runs, earlier.removed);
}

/** What was taken out of some lines. */
function removedIn(lines: readonly ChangedLine[], matches: (line: ChangedLine) => boolean, isUsedUp: boolean): TextPool {
  return new TextPool(lines.filter((line) => line.removed.length > 0 && matches(line)).map(({ removed }) => passageOf(removed)), isUsedUp);
}

/** A line may have many runs. */
function oncePerLine<Answer>(work: (line: ChangedLine) => Answer): (line: ChangedLine) => Answer {
  const answers = new Map<ChangedLine, Answer>();
  return (line) => {
    const answer = answers.get(line) ?? work(line);
    answers.set(line, answer);
    return answer;
  };
}

class Keeper {
  readonly found: KeptRange[] = [];

  constructor(private readonly kept: KeptText) {}

  /** Runs that equal whole runs of a passage. */
  whole(runs: readonly OpenRun[], pool: TextPool): this {
    for (const run of runs) {
      const place = run.isKnown.includes(1) ? null : pool.findWhole(run.text);
      if (place !== null) this.assign(run, 0, run.text.length, pool, place);
    }
    return this;
  }

  /** What is left of runs, as far as it equals parts of passages. */
  parts(runs: readonly OpenRun[], pool: TextPool): this {
    for (const run of runs) {
      for (let at = run.isKnown.indexOf(0); at >= 0 && at + SHORTEST_PART <= run.text.length;) {
        const place = pool.findPart(run.text, at);
        if (place !== null) this.assign(run, at, place.length, pool, place);
        at = run.isKnown.indexOf(0, at + (place?.length ?? 1));
      }
    }
    return this;
  }

  /** Undoing a deletion puts the same words in front of the deleted ones. */
  undone(runs: readonly OpenRun[], removed: TextPool): this {
    const beginsOf = oncePerLine((line) => beginnings([...line.added.flat(), ...line.lost.flat()]));
    for (const run of runs) {
      const begins = beginsOf(run.line);
      let at = 0;
      for (const piece of run.pieces) {
        const places = [0, piece.clock - (begins.get(piece) ?? piece.clock)].flatMap((offset) => placesOf(removed, piece, offset));
        const place = places.find(({ passage, at: start }) => removed.texts[passage]?.startsWith(piece.text, start));
        if (place !== undefined) this.assign(run, at, piece.text.length, removed, place);
        at += piece.text.length;
      }
    }
    return this;
  }

  /** Gives letters of a run the authors of a place of a pool. */
  private assign(run: OpenRun, from: number, length: number, pool: TextPool, place: PoolPlace): void {
    let offset = from;
    for (const source of pool.piecesAt({ ...place, length })) {
      this.assignPiece(run, offset, source);
      offset += source.text.length;
    }
    run.isKnown.fill(1, from, from + length);
  }

  private assignPiece(run: OpenRun, from: number, source: SourcePiece): void {
    const end = from + source.text.length;
    let position = 0;
    for (const piece of run.pieces) {
      const [start, stop] = [Math.max(from, position), Math.min(end, position + piece.text.length)];
      if (start < stop && run.isKnown[start] === 0) {
        const target = { clientId: piece.clientId, clock: piece.clock + start - position };
        this.found.push(...(source.author === undefined
          ? this.kept.copy(target, { clientId: source.clientId, clock: source.clock + start - from }, stop - start)
          : this.kept.keep({ clientId: target.clientId, from: target.clock, to: target.clock + stop - start, author: source.author })));
      }
      position += piece.text.length;
    }
  }
}

/** Where the struct began that a piece was cut off from by something put into its middle: all of them name the same struct behind them. */
function beginnings(pieces: readonly WrittenPiece[]): Map<WrittenPiece, number> {
  const begins = new Map<WrittenPiece, number>();
  const open = new Map<string, WrittenPiece>();
  for (const piece of pieces) {
    if (piece.before === null) continue;
    const key = `${piece.clientId}/${piece.before.clientId}/${piece.before.clock}`;
    const last = open.get(key);
    begins.set(piece, last !== undefined && last.clock + last.text.length === piece.clock ? (begins.get(last) ?? last.clock) : piece.clock);
    open.set(key, piece);
  }
  return begins;
}

/** Where the words would stand whose deletion a piece undoes. */
function placesOf(pool: TextPool, { before, text }: WrittenPiece, offset: number): PoolPlace[] {
  if (before === null) return [];
  return pool.placesOfStruct(before.clientId, before.clock).map(({ passage, at }) => ({ passage, at: at + offset, length: text.length }));
}
