/**
 * Where an item of a document stands, as a number: how many types are above it and including its own place, whether it stands under
 * a key or in a sequence, and whether below the map of fields.
 */
export type Placement = number;

/** Below something whose content has been collected: nobody will ever see it. */
export const COLLECTED: Placement = -1;

export const placementOf = (depth: number, keyed: boolean, inFields: boolean): Placement => depth * 4 + (keyed ? 1 : 0) + (inFields ? 2 : 0);
export const depthOf = (placement: Placement): number => placement >> 2;
export const isKeyed = (placement: Placement): boolean => (placement & 1) !== 0;
export const isInFields = (placement: Placement): boolean => (placement & 2) !== 0;

/** The place of what stands inside an item. */
export function placeInside(placement: Placement, keyed: boolean): Placement {
  return placement === COLLECTED ? COLLECTED : placementOf(depthOf(placement) + 1, keyed, isInFields(placement));
}

/** Placements of one client's items by clock: neighbours nearly always share theirs. */
export class PlacementRuns {
  private readonly starts: number[] = [];
  private readonly placements: Placement[] = [];
  private end = 0;

  get to(): number {
    return this.end;
  }

  add(from: number, to: number, placement: Placement): void {
    if (from !== this.end || this.placements.at(-1) !== placement) {
      this.starts.push(from);
      this.placements.push(placement);
    }
    this.end = to;
  }

  find(clock: number): Placement | undefined {
    const { starts } = this;
    let high = starts.length - 1;
    if (clock >= this.end || high < 0 || clock < (starts[0] as number)) return undefined;
    // Nearly always the newest.
    if (clock >= (starts[high] as number)) return this.placements[high];
    let low = 0;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] as number) <= clock) low = middle;
      else high = middle - 1;
    }
    return this.placements[low];
  }

  /** Takes over what other runs have from a clock on and these have not. */
  append(from: number, runs: PlacementRuns, resolve: (placement: Placement) => Placement): void {
    runs.starts.forEach((start, index) => {
      const to = runs.starts[index + 1] ?? runs.end;
      const first = Math.max(start, from, this.end);
      if (to > first) this.add(first, to, resolve(runs.placements[index] as Placement));
    });
  }

  /** Forgets everything from a clock on. */
  cut(clock: number): void {
    if (clock >= this.end) return;
    while (this.starts.length > 0 && (this.starts.at(-1) as number) >= clock) {
      this.starts.pop();
      this.placements.pop();
    }
    this.end = Math.min(this.end, clock);
  }
}

/** Where everything stands that is accepted in a document, so that an update which continues it can be judged by itself. */
export class Placements {
  private readonly runsOf = new Map<number, PlacementRuns>();

  find(client: number, clock: number): Placement | undefined {
    return this.runsOf.get(client)?.find(clock);
  }

  /** Learns where the items of an update stand; what is known already stays as it is. */
  learn({ sections }: { readonly sections: readonly { readonly client: number; readonly from: number; readonly runs: PlacementRuns | null }[] }): void {
    for (const { client, from, runs } of sections) if (runs !== null) this.of(client).append(from, runs, (placement) => placement);
  }

  /** Forgets what was accepted but is not known. */
  forgetBeyond(clockOf: (client: number) => number): void {
    for (const [client, runs] of this.runsOf) runs.cut(clockOf(client));
  }

  private of(client: number): PlacementRuns {
    const known = this.runsOf.get(client) ?? new PlacementRuns();
    this.runsOf.set(client, known);
    return known;
  }
}
