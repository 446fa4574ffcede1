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

/** How many characters two texts have in common, counted from their ends. */
function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

/** Every place where the words stand in a block, with how well what stands before them fits. */
function placesIn({ id, text }: AnchorBlock, { quote, before }: Anchor): (AnchorPlace & { readonly fit: number })[] {
  const places = [];
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    places.push({ blockId: id, start, fit: commonEnd(text.slice(0, start), before) });
  }
  return places;
}

/**
 * Finds quoted words in a text that goes on being written: in their own block first, where several such words stand behind the
 * same words as then; otherwise in another block if they stand in exactly one place, because a block was cut in two or moved.
 * @returns null when the words are gone
 */
export function findAnchor(blocks: readonly AnchorBlock[], anchor: Anchor): AnchorPlace | null {
  if (anchor.quote === '') return null;
  const own = blocks.filter(({ id }) => id === anchor.blockId).flatMap((block) => placesIn(block, anchor));
  const places = own.length > 0 ? own : blocks.flatMap((block) => placesIn(block, anchor));
  const best = places.toSorted((one, other) => other.fit - one.fit)[0];
  if (best === undefined) return null;
  // Elsewhere the same words are a coincidence unless they are the only ones, or clearly stand behind the same words.
  const isSure = own.length > 0 || places.length === 1 || (best.fit > 0 && places.filter(({ fit }) => fit === best.fit).length === 1);
  return isSure ? { blockId: best.blockId, start: best.start } : null;
}
