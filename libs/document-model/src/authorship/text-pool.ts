import type { AuthorId, TextPiece } from './kept-text.js';
import { lettersOf, wordsOf } from './text-change.reader.js';

/** Words of a passage that stood elsewhere, with an author where struct ids do not tell. */
export interface SourcePiece extends TextPiece {
  readonly author?: AuthorId;
}

/** Words that followed on each other, and where unbroken runs of them begin and end. */
export interface SourcePassage {
  readonly pieces: readonly SourcePiece[];
  readonly borders: ReadonlySet<number>;
}

/** One passage of runs: what somebody took out of a line is one, also when somebody else has just written something in between. */
export function passageOf(runs: readonly (readonly SourcePiece[])[]): SourcePassage {
  const borders = new Set([0]);
  let length = 0;
  for (const run of runs) borders.add((length += lettersOf(run)));
  return { pieces: runs.flat(), borders };
}

/** Where some words of a pool stand: of which passage, from which letter on. */
export interface PoolPlace {
  readonly passage: number;
  readonly at: number;
  readonly length: number;
}

/** Shorter parts of a passage are equal by chance too often. In UTF-16 units. */
export const SHORTEST_PART = 8;
const maxPlacesPerStart = 40;
/** Letters whose places are known at most; what stands behind them is found as a whole only. */
const maxIndexed = 300_000;
/** Letters compared per pool at most; beyond, words count as the writer's. */
const maxComparisons = 4_000_000;

/**
 * Passages whose authors live on where their words appear again. With `isUsedUp` each letter does so once: words that were
 * moved are not there twice.
 */
export class TextPool {
  readonly texts: readonly string[];
  private readonly used: readonly Uint8Array[];
  private starts: Map<string, PoolPlace[]> | null = null;
  private structs: Map<number, StructPlaces> | null = null;
  private comparisons = 0;

  constructor(readonly passages: readonly SourcePassage[], private readonly isUsedUp: boolean) {
    this.texts = passages.map(({ pieces }) => wordsOf(pieces));
    this.used = this.texts.map((text) => new Uint8Array(isUsedUp ? text.length : 0));
  }

  /** One or several whole runs of a passage with exactly these words. */
  findWhole(text: string): PoolPlace | null {
    for (const [passage, { borders }] of this.passages.entries()) {
      for (const at of borders) {
        if (!borders.has(at + text.length) || this.texts[passage]?.startsWith(text, at) !== true) continue;
        if (this.freeLength(passage, at, text.length) === text.length) return this.take({ passage, at, length: text.length });
      }
    }
    return null;
  }

  /** The longest part of a passage that a text goes on with at a place; null when there is none long enough. */
  findPart(text: string, from: number): PoolPlace | null {
    let best: PoolPlace | null = null;
    for (const { passage, at } of this.startsOf(text.slice(from, from + SHORTEST_PART))) {
      const length = Math.min(this.commonLength(text, from, passage, at), this.freeLength(passage, at, text.length));
      if (length >= SHORTEST_PART && length > (best?.length ?? 0)) best = { passage, at, length };
    }
    return best === null ? null : this.take(best);
  }

  /** Where the letter with that struct id stands, in the order of the passages: somebody else may have taken it out as well. */
  placesOfStruct(clientId: number, clock: number): PoolPlace[] {
    this.structs ??= indexStructs(this.passages);
    return this.structs.get(clientId)?.at(clock) ?? [];
  }

  /** The pieces of a part, cut to it. */
  piecesAt({ passage, at, length }: PoolPlace): SourcePiece[] {
    const cut: SourcePiece[] = [];
    let position = 0;
    for (const piece of this.passages[passage]?.pieces ?? []) {
      const [from, to] = [Math.max(at - position, 0), Math.min(at + length - position, piece.text.length)];
      if (from < to) cut.push({ ...piece, clock: piece.clock + from, text: piece.text.slice(from, to) });
      position += piece.text.length;
    }
    return cut;
  }

  private take(place: PoolPlace): PoolPlace {
    if (this.isUsedUp) this.used[place.passage]?.fill(1, place.at, place.at + place.length);
    return place;
  }

  private freeLength(passage: number, at: number, limit: number): number {
    if (!this.isUsedUp) return limit;
    const index = this.used[passage]?.indexOf(1, at) ?? -1;
    return index < 0 ? limit : index - at;
  }

  private commonLength(text: string, from: number, passage: number, at: number): number {
    const other = this.texts[passage] ?? '';
    let length = 0;
    while (from + length < text.length && at + length < other.length && text[from + length] === other[at + length]) {
      length += 1;
      if (++this.comparisons > maxComparisons) return 0;
    }
    return length;
  }

  private startsOf(start: string): readonly PoolPlace[] {
    if (start.length < SHORTEST_PART || this.comparisons > maxComparisons) return [];
    this.starts ??= this.indexStarts();
    return this.starts.get(start) ?? [];
  }

  private indexStarts(): Map<string, PoolPlace[]> {
    const starts = new Map<string, PoolPlace[]>();
    let left = maxIndexed;
    this.texts.forEach((text, passage) => {
      for (let at = 0; at + SHORTEST_PART <= text.length && left > 0; at += 1, left -= 1) {
        const key = text.slice(at, at + SHORTEST_PART);
        const places = starts.get(key);
        if (places === undefined) starts.set(key, [{ passage, at, length: SHORTEST_PART }]);
        else if (places.length < maxPlacesPerStart) places.push({ passage, at, length: SHORTEST_PART });
      }
    });
    return starts;
  }
}

interface StructPiece {
  readonly clock: number;
  readonly length: number;
  readonly passage: number;
  readonly at: number;
}

/** The pieces of one client id. */
class StructPlaces {
  private readonly pieces: StructPiece[] = [];
  private longest = 0;
  private isSorted = true;

  add(piece: StructPiece): void {
    this.pieces.push(piece);
    this.longest = Math.max(this.longest, piece.length);
    this.isSorted = false;
  }

  at(clock: number): PoolPlace[] {
    if (!this.isSorted) this.pieces.sort((one, other) => one.clock - other.clock);
    this.isSorted = true;
    const places: PoolPlace[] = [];
    for (let index = this.firstBehind(clock) - 1; index >= 0; index--) {
      const piece = this.pieces[index] as StructPiece;
      if (piece.clock + this.longest <= clock) break;
      if (clock < piece.clock + piece.length) places.push({ passage: piece.passage, at: piece.at + clock - piece.clock, length: 1 });
    }
    return places.sort((one, other) => one.passage - other.passage || one.at - other.at);
  }

  /** Index of the first piece that begins behind a clock. */
  private firstBehind(clock: number): number {
    let [low, high] = [0, this.pieces.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.pieces[middle] as StructPiece).clock <= clock) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Pieces that name their author are words of another text: their clocks mean nothing here. */
function indexStructs(passages: readonly SourcePassage[]): Map<number, StructPlaces> {
  const structs = new Map<number, StructPlaces>();
  for (const [passage, { pieces }] of passages.entries()) {
    let at = 0;
    for (const { clientId, clock, text, author } of pieces) {
      const known = structs.get(clientId) ?? new StructPlaces();
      if (author === undefined) structs.set(clientId, known).get(clientId)?.add({ clock, length: text.length, passage, at });
      at += text.length;
    }
  }
  return structs;
}
