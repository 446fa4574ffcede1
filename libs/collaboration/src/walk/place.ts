/** What items stand in: a root of the document, an element, a text, or another shared type. */
export class Container {
  private readonly sequence: Place;
  private keyed: Map<string, Place> | null = null;
  private knownDepth: number | null;

  /** @param place where it stands itself; null for a root */
  constructor(readonly kind: 'root' | 'element' | 'text' | 'other', readonly name: string, readonly place: Place | null) {
    this.sequence = new Place(this, null);
    this.knownDepth = place === null ? 0 : null;
  }

  /** The place inside it under a key, or in its sequence. One and the same object for all who stand there. */
  placeFor(key: string | null): Place {
    if (key === null) return this.sequence;
    this.keyed ??= new Map();
    const known = this.keyed.get(key) ?? new Place(this, key);
    this.keyed.set(key, known);
    return known;
  }

  /** How many containers it is inside of. */
  get depth(): number {
    return (this.knownDepth ??= depthBelow(chainAbove(this)));
  }

  /** Its depth if it has been asked for before. */
  get rememberedDepth(): number | null {
    return this.knownDepth;
  }
}

/** A container and those it is inside of, up to one whose depth is known. Not by recursion: whoever wrote it chose how deep it is. */
function chainAbove(container: Container): Container[] {
  const chain: Container[] = [];
  for (let at: Container | null | undefined = container; at !== null && at !== undefined; at = at.place?.answer?.container) {
    chain.push(at);
    if (at.rememberedDepth !== null) break;
  }
  return chain;
}

function depthBelow(chain: readonly Container[]): number {
  return (chain.at(-1)?.rememberedDepth ?? 0) + chain.length - 1;
}

/** Where an item asks to stand, as long as what it refers to is not known: beside it, or inside it under a key or in its sequence. */
export interface OpenQuestion {
  readonly client: number;
  readonly clock: number;
  readonly inside: { readonly key: string | null } | null;
}

/** Where an item stands; neighbours share it. */
export class Place {
  /** Itself, or what an open question turned out to be; undefined while it is open. */
  answer: Place | undefined;

  /** @param container null for what is collected, and while the question is open */
  constructor(readonly container: Container | null, readonly key: string | null, readonly question: OpenQuestion | null = null) {
    this.answer = question === null ? this : undefined;
  }
}

/** Below something whose content has been collected: nobody will ever see it. */
export const COLLECTED = new Place(null, null);

/** Places of one client's items by clock: neighbours nearly always share theirs. */
export class PlaceRuns {
  private readonly starts: number[] = [];
  private readonly places: Place[] = [];
  private end = 0;

  add(from: number, to: number, place: Place): void {
    if (from !== this.end || this.places.at(-1) !== place) {
      this.starts.push(from);
      this.places.push(place);
    }
    this.end = to;
  }

  find(clock: number): Place | undefined {
    const { starts } = this;
    let high = starts.length - 1;
    if (clock >= this.end || high < 0 || clock < (starts[0] as number)) return undefined;
    // Nearly always the newest.
    if (clock >= (starts[high] as number)) return this.places[high];
    let low = 0;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] as number) <= clock) low = middle;
      else high = middle - 1;
    }
    return this.places[low];
  }

  /** Takes over what other runs have from a clock on and these have not. */
  append(from: number, runs: PlaceRuns): void {
    runs.starts.forEach((start, index) => {
      const to = runs.starts[index + 1] ?? runs.end;
      const first = Math.max(start, from, this.end);
      const place = runs.places[index] as Place;
      if (to > first) this.add(first, to, place.answer ?? place);
    });
  }

  /** Forgets everything from a clock on. */
  cut(clock: number): void {
    if (clock >= this.end) return;
    while (this.starts.length > 0 && (this.starts.at(-1) as number) >= clock) {
      this.starts.pop();
      this.places.pop();
    }
    this.end = Math.min(this.end, clock);
  }
}

/** Where the items of one client's section stand, and the containers among them by clock. */
export interface PlacedItems {
  readonly runs: PlaceRuns;
  readonly containers: Map<number, Container>;
}

interface PlacedSection {
  readonly client: number;
  readonly from: number;
  readonly placed: PlacedItems | null;
}

/** Where everything stands that is accepted in a document, so that an update which continues it can be judged by itself. */
export class Places {
  private readonly itemsOf = new Map<number, PlacedItems>();
  private readonly roots = new Map<string, Container>();

  root(name: string): Container {
    const known = this.roots.get(name) ?? new Container('root', name, null);
    this.roots.set(name, known);
    return known;
  }

  find(client: number, clock: number): Place | undefined {
    return this.itemsOf.get(client)?.runs.find(clock);
  }

  container(client: number, clock: number): Container | undefined {
    return this.itemsOf.get(client)?.containers.get(clock);
  }

  /** Learns where the items of an update stand; what is known already stays as it is. */
  learn({ sections }: { readonly sections: readonly PlacedSection[] }): void {
    for (const { client, from, placed } of sections) {
      if (placed === null) continue;
      const known = this.of(client);
      known.runs.append(from, placed.runs);
      for (const [clock, container] of placed.containers) if (clock >= from && !known.containers.has(clock)) known.containers.set(clock, container);
    }
  }

  /** Forgets what was accepted but is not known. */
  forgetBeyond(clockOf: (client: number) => number): void {
    for (const [client, { runs, containers }] of this.itemsOf) {
      const end = clockOf(client);
      runs.cut(end);
      for (const clock of containers.keys()) if (clock >= end) containers.delete(clock);
    }
  }

  private of(client: number): PlacedItems {
    const known = this.itemsOf.get(client) ?? { runs: new PlaceRuns(), containers: new Map<number, Container>() };
    this.itemsOf.set(client, known);
    return known;
  }
}
