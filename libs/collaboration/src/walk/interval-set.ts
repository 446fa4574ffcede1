import * as encoding from 'lib0/encoding';

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Below it, adding one after the other is quicker. */
const FEW = 64;

/** Whole numbers as sorted, disjoint intervals; `from` included, `to` not. */
export class IntervalSet {
  private intervals: Interval[] = [];

  add(from: number, to: number): void {
    // All intervals that touch [from, to) become one with it.
    const first = this.firstEndingAtOrAfter(from);
    let last = first;
    let merged: Interval = { from, to };
    for (let next = this.intervals[last]; next !== undefined && next.from <= to; next = this.intervals[++last]) {
      merged = { from: Math.min(merged.from, next.from), to: Math.max(merged.to, next.to) };
    }
    this.intervals.splice(first, last - first, merged);
  }

  /** Many at once, in any order: linear in both, where one at a time would move the whole list for each. */
  addAll(ranges: readonly Interval[]): void {
    if (ranges.length < FEW) return ranges.forEach(({ from, to }) => this.add(from, to));
    const all = this.intervals.concat(ranges).sort((one, other) => one.from - other.from);
    const merged: { from: number; to: number }[] = [];
    for (const { from, to } of all) {
      const last = merged.at(-1);
      if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
      else merged.push({ from, to });
    }
    this.intervals = merged;
  }

  covers(from: number, to: number): boolean {
    const found = this.intervals[this.firstEndingAtOrAfter(to)];
    return found !== undefined && found.from <= from;
  }

  /** The parts of [from, to) that are not in the set. */
  missing(from: number, to: number): Interval[] {
    const gaps: Interval[] = [];
    let at = from;
    let index = this.firstEndingAtOrAfter(from + 1);
    for (let next = this.intervals[index]; next !== undefined && next.from < to; next = this.intervals[++index]) {
      if (next.from > at) gaps.push({ from: at, to: next.from });
      at = Math.max(at, next.to);
    }
    if (at < to) gaps.push({ from: at, to });
    return gaps;
  }

  copy(): IntervalSet {
    const copy = new IntervalSet();
    copy.intervals = [...this.intervals];
    return copy;
  }

  /** As one client's part of a Yjs delete set. */
  write(encoder: encoding.Encoder, client: number): void {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, this.intervals.length);
    for (const { from, to } of this.intervals) {
      encoding.writeVarUint(encoder, from);
      encoding.writeVarUint(encoder, to - from);
    }
  }

  private firstEndingAtOrAfter(value: number): number {
    let low = 0;
    let high = this.intervals.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.intervals[middle]?.to ?? value) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
