/** A block of a section's text, as far as anchors need it. */
export interface AnchorBlock {
  readonly id: string;
  readonly text: string;
}

/** The words a contribution is about, and where they stood. */
export interface Anchor {
  readonly blockId: string | null;
  readonly quote: string;
  readonly before: string;
}

/** Where the words stand now: in which block, and from which character on. */
export interface AnchorPlace {
  readonly blockId: string;
  readonly start: number;
}

/** Characters before the words that tell equal words apart; what stands further away says nothing. */
const CONTEXT_LENGTH = 60;
/** Of places that are looked at; words that stand more often than that cannot be told apart. */
const MAX_PLACES = 1_000;

/** How many characters two texts have in common, counted from their ends. */
function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

/** The first places where the words stand in blocks, with how well what stands before them fits. */
function placesIn(blocks: readonly AnchorBlock[], { quote, before }: Anchor): (AnchorPlace & { readonly fit: number })[] {
  const places = [];
  const near = before.slice(-CONTEXT_LENGTH);
  for (const { id, text } of blocks) {
    for (let start = text.indexOf(quote); start >= 0 && places.length < MAX_PLACES; start = text.indexOf(quote, start + 1)) {
      places.push({ blockId: id, start, fit: commonEnd(text.slice(Math.max(0, start - CONTEXT_LENGTH), start), near) });
    }
    if (places.length >= MAX_PLACES) break;
  }
  return places;
}

/**
 * Finds quoted words in a text that goes on being written: in their own block first, where several such words stand behind the
 * same words as then; otherwise in another block if they stand in exactly one place, because a block was cut in two or moved.
 * Of what stood before them the nearest 60 characters count, and the first 1,000 places are looked at: the work is bounded by the text.
 * @returns null when the words are gone
 */
export function findAnchor(blocks: readonly AnchorBlock[], anchor: Anchor): AnchorPlace | null {
  if (anchor.quote === '') return null;
  const own = placesIn(blocks.filter(({ id }) => id === anchor.blockId), anchor);
  const places = own.length > 0 ? own : placesIn(blocks, anchor);
  const best = places.toSorted((one, other) => other.fit - one.fit)[0];
  if (best === undefined) return null;
  // Elsewhere the same words are a coincidence unless they are the only ones, or clearly stand behind the same words.
  const isSure = own.length > 0 || places.length === 1 || (best.fit > 0 && places.length < MAX_PLACES && places.filter(({ fit }) => fit === best.fit).length === 1);
  return isSure ? { blockId: best.blockId, start: best.start } : null;
}
