import { COLLECTED, placeInside, PlacementRuns, type Placement, type Placements } from './placement.js';

/** The same place as another item's, or inside another item. */
interface Reference {
  /** The item it refers to; null when it goes on from another reference. */
  readonly target: { readonly client: number; readonly clock: number } | null;
  readonly base: Placement;
  /** Inside it, under a key or not; null for the same place. */
  readonly inside: { readonly keyed: boolean } | null;
}

interface Check {
  readonly placement: Placement;
  readonly judge: (placement: Placement) => void;
}

/** Numbers from here downwards stand for references that are not resolved yet. */
const FIRST_REFERENCE = -2;
const isOpen = (placement: Placement): boolean => placement <= FIRST_REFERENCE;

/**
 * Finds out, while an update is walked, where its items stand. An item says so by its neighbour or its parent, which may come later
 * in the same update: then the question stays open until the end of the walk. Linear, however long the chains are.
 */
export class Placing {
  private readonly runsOf = new Map<number, PlacementRuns>();
  private readonly references: Reference[] = [];
  private readonly resolved: (Placement | undefined)[] = [];
  private readonly checks: Check[] = [];

  constructor(private readonly known: Placements) {}

  begin(client: number): PlacementRuns {
    const runs = new PlacementRuns();
    this.runsOf.set(client, runs);
    return runs;
  }

  /** The place of an item, perhaps an open question. */
  of(client: number, clock: number): Placement {
    const placement = this.runsOf.get(client)?.find(clock) ?? this.known.find(client, clock);
    return placement ?? this.refer({ target: { client, clock }, base: COLLECTED, inside: null });
  }

  /** The place inside an item that stands there. */
  inside(placement: Placement, keyed: boolean): Placement {
    return isOpen(placement) ? this.refer({ target: null, base: placement, inside: { keyed } }) : placeInside(placement, keyed);
  }

  /** Judges a place, now or as soon as it is known; what is collected is nobody's business. */
  check(placement: Placement, judge: (placement: Placement) => void): void {
    if (isOpen(placement)) this.checks.push({ placement, judge });
    else if (placement !== COLLECTED) judge(placement);
  }

  /** After the walk: answers what stayed open. @returns false when something cannot be told yet */
  finish(): boolean {
    if (this.references.length === 0) return true;
    for (const { placement, judge } of this.checks) {
      const found = this.resolve(placement);
      if (found === undefined) return false;
      if (found !== COLLECTED) judge(found);
    }
    for (const runs of this.runsOf.values()) {
      const answered = new PlacementRuns();
      answered.append(0, runs, (placement) => this.resolve(placement) ?? COLLECTED);
      runs.cut(0);
      runs.append(0, answered, (placement) => placement);
    }
    return true;
  }

  private refer(reference: Reference): Placement {
    this.references.push(reference);
    return FIRST_REFERENCE - (this.references.length - 1);
  }

  /** Follows a chain of references to its end and notes the answer at each of them. */
  private resolve(placement: Placement): Placement | undefined {
    const chain: number[] = [];
    let at: Placement | undefined = placement;
    while (at !== undefined && isOpen(at)) {
      const index = FIRST_REFERENCE - at;
      const answer = this.resolved[index];
      if (answer !== undefined) {
        at = answer;
        break;
      }
      // A chain cannot be longer than there are references unless it goes in a circle.
      if (chain.length > this.references.length) return undefined;
      chain.push(index);
      at = this.next(this.references[index] as Reference);
    }
    if (at === undefined) return undefined;
    for (const index of chain.reverse()) {
      const inside = (this.references[index] as Reference).inside;
      at = inside === null ? at : placeInside(at, inside.keyed);
      this.resolved[index] = at;
    }
    return at;
  }

  private next({ target, base }: Reference): Placement | undefined {
    if (target === null) return base;
    return this.runsOf.get(target.client)?.find(target.clock) ?? this.known.find(target.client, target.clock);
  }
}
