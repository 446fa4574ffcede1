/**
 * An author, as one number: from 0 on the owner of that Yjs client id, below 0 somebody named elsewhere (the reader's list of
 * actors at -1 - n). One number, because every run of words carries one.
 */
export type AuthorId = number;

/** Words that keep an earlier author: clocks of a client id from `from` to before `to`. */
export interface KeptRange {
  readonly clientId: number;
  readonly from: number;
  readonly to: number;
  readonly author: AuthorId;
}

/** Words with struct ids that follow on each other. */
export interface TextPiece {
  readonly clientId: number;
  readonly clock: number;
  readonly text: string;
}

/** Who wrote which struct: the owner of its client id, except where an earlier author was kept. The first one kept stays. */
export class KeptText {
  private readonly ranges = new Map<number, KeptRange[]>();

  constructor(ranges: readonly KeptRange[] = []) {
    for (const range of ranges) this.insert(range);
  }

  /** The author at a clock, and the first clock from which on it may be another one. */
  authorAt(clientId: number, clock: number): { readonly author: AuthorId; readonly until: number } {
    const ranges = this.ranges.get(clientId) ?? [];
    const index = firstEndingAfter(ranges, clock);
    const range = ranges[index];
    if (range === undefined) return { author: clientId, until: Infinity };
    return range.from <= clock ? { author: range.author, until: range.to } : { author: clientId, until: range.from };
  }

  /** Whether an earlier author is known for that clock. */
  has(clientId: number, clock: number): boolean {
    const range = this.rangesAt(clientId, clock);
    return range !== undefined && range.from <= clock;
  }

  /**
   * Gives words the author that the other words of the same length have by now.
   * @returns what was added; nothing where it changes nothing
   */
  copy(to: { readonly clientId: number; readonly clock: number }, from: { readonly clientId: number; readonly clock: number }, length: number): KeptRange[] {
    const added: KeptRange[] = [];
    for (let done = 0; done < length;) {
      const { author, until } = this.authorAt(from.clientId, from.clock + done);
      const end = Math.min(length, until - from.clock);
      added.push(...this.keep({ clientId: to.clientId, from: to.clock + done, to: to.clock + end, author }));
      done = end;
    }
    return added;
  }

  /** Notes an author where none was kept before. @returns what was added */
  keep({ clientId, from, to, author }: KeptRange): KeptRange[] {
    const added: KeptRange[] = [];
    for (let clock = from; clock < to;) {
      const next = this.rangesAt(clientId, clock);
      if (next !== undefined && next.from <= clock) {
        clock = next.to;
        continue;
      }
      const end = Math.min(to, next?.from ?? Infinity);
      // Its own words need no note, unless others follow that would else be found in their place.
      if (author !== clientId) added.push({ clientId, from: clock, to: end, author });
      clock = end;
    }
    added.forEach((range) => this.insert(range));
    return added;
  }

  /** The kept ranges of a client id, by clock. */
  of(clientId: number): readonly KeptRange[] {
    return this.ranges.get(clientId) ?? [];
  }

  private rangesAt(clientId: number, clock: number): KeptRange | undefined {
    const ranges = this.ranges.get(clientId) ?? [];
    return ranges[firstEndingAfter(ranges, clock)];
  }

  private insert(range: KeptRange): void {
    const ranges = this.ranges.get(range.clientId);
    if (ranges === undefined) this.ranges.set(range.clientId, [range]);
    else ranges.splice(firstEndingAfter(ranges, range.from), 0, range);
  }
}

/** Index of the first range that ends behind a clock. */
function firstEndingAfter(ranges: readonly KeptRange[], clock: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle] as KeptRange).to <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** As few ranges as say the same. */
export function joinRanges(ranges: readonly KeptRange[]): KeptRange[] {
  const joined: KeptRange[] = [];
  for (const range of [...ranges].sort((one, other) => one.clientId - other.clientId || one.from - other.from)) {
    const last = joined.at(-1);
    if (last !== undefined && last.clientId === range.clientId && last.to === range.from && last.author === range.author) joined[joined.length - 1] = { ...last, to: range.to };
    else joined.push(range);
  }
  return joined;
}
