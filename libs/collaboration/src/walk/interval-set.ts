import * as encoding from 'lib0/encoding';

/** Whole numbers as sorted, disjoint intervals; `from` included, `to` not. */
export class IntervalSet {
  private starts: number[] = [];
  private ends: number[] = [];

  add(from: number, to: number): void {
    // All intervals that touch [from, to) become one with it.
    const first = this.firstEndingAtOrAfter(from);
    let last = first;
    let start = from;
    let end = to;
    while (last < this.starts.length && this.starts[last]! <= to) {
      start = Math.min(start, this.starts[last]!);
      end = Math.max(end, this.ends[last]!);
      last++;
    }
    this.starts.splice(first, last - first, start);
    this.ends.splice(first, last - first, end);
  }

  covers(from: number, to: number): boolean {
    const index = this.firstEndingAtOrAfter(to);
    return index < this.starts.length && this.starts[index]! <= from;
  }

  /** The parts of [from, to) that are not in the set. */
  missing(from: number, to: number): [number, number][] {
    const gaps: [number, number][] = [];
    let at = from;
    for (let index = this.firstEndingAtOrAfter(from + 1); index < this.starts.length && this.starts[index]! < to; index++) {
      if (this.starts[index]! > at) gaps.push([at, this.starts[index]!]);
      at = Math.max(at, this.ends[index]!);
    }
    if (at < to) gaps.push([at, to]);
    return gaps;
  }

  copy(): IntervalSet {
    const copy = new IntervalSet();
    copy.starts = [...this.starts];
    copy.ends = [...this.ends];
    return copy;
  }

  /** As one client's part of a Yjs delete set. */
  write(encoder: encoding.Encoder, client: number): void {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, this.starts.length);
    this.starts.forEach((start, index) => {
      encoding.writeVarUint(encoder, start);
      encoding.writeVarUint(encoder, this.ends[index]! - start);
    });
  }

  private firstEndingAtOrAfter(value: number): number {
    let low = 0;
    let high = this.ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.ends[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
