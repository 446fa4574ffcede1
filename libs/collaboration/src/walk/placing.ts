import { COLLECTED, Place, PlaceRuns, type Container, type OpenQuestion, type PlacedItems, type Places } from './place.js';

/** Judges where an item stands, as soon as that is known. */
type Judgement = (place: Place) => void;

/**
 * Finds out, while an update is walked, where its items stand. An item says so by its neighbour or its parent, which may come later
 * in the same update: then the question stays open until the end of the walk. Linear, however long the chains are.
 */
export class Placing {
  private readonly itemsOf = new Map<number, PlacedItems>();
  private readonly open: Place[] = [];
  private readonly judgements: { readonly place: Place; readonly judge: Judgement }[] = [];

  constructor(readonly known: Places) {}

  begin(client: number): PlacedItems {
    const items: PlacedItems = { runs: new PlaceRuns(), containers: new Map() };
    this.itemsOf.set(client, items);
    return items;
  }

  /** The place of an item, perhaps an open question. */
  beside(client: number, clock: number): Place {
    return this.placeOf(client, clock) ?? this.ask({ client, clock, inside: null });
  }

  /** The place inside an item, perhaps an open question. In one that holds nothing (any more) nobody will ever see anything. */
  inside(client: number, clock: number, key: string | null): Place {
    const question = { client, clock, inside: { key } };
    return this.next(question) ?? this.ask(question);
  }

  /** Judges a place, now or at the end of the walk; what is collected is nobody's business. */
  check(place: Place, judge: Judgement): void {
    if (place.answer === undefined) this.judgements.push({ place, judge });
    else if (place.answer !== COLLECTED) judge(place.answer);
  }

  /** After the walk: answers what stayed open, then judges. @returns false when something cannot be told yet */
  finish(): boolean {
    for (const place of this.open) this.resolve(place);
    if (this.open.some(({ answer }) => answer === undefined)) return false;
    for (const { place, judge } of this.judgements) if (place.answer !== undefined && place.answer !== COLLECTED) judge(place.answer);
    return true;
  }

  private ask(question: OpenQuestion): Place {
    const place = new Place(null, null, question);
    this.open.push(place);
    return place;
  }

  /** Follows a chain of neighbours to its end and notes the answer at each of them. */
  private resolve(place: Place): void {
    const chain: Place[] = [];
    let at: Place | undefined = place;
    while (at !== undefined && at.answer === undefined && chain.length <= this.open.length) {
      chain.push(at);
      at = this.next(at.question as OpenQuestion);
    }
    if (at?.answer !== undefined) for (const one of chain) one.answer = at.answer;
  }

  private next({ client, clock, inside }: OpenQuestion): Place | undefined {
    if (inside === null) return this.placeOf(client, clock);
    const container = this.containerOf(client, clock);
    return container?.placeFor(inside.key) ?? (this.placeOf(client, clock) === undefined ? undefined : COLLECTED);
  }

  // What is known comes first: an update may bring once more, and otherwise, what has its place already.
  private placeOf(client: number, clock: number): Place | undefined {
    return this.known.find(client, clock) ?? this.itemsOf.get(client)?.runs.find(clock);
  }

  private containerOf(client: number, clock: number): Container | undefined {
    return this.known.container(client, clock) ?? this.itemsOf.get(client)?.containers.get(clock);
  }
}
