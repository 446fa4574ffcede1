/**
 * Which entries of a list may stay where they are, given the place each one had before (null: it is new): the longest run
 * of growing places. All others have moved. Places are distinct.
 * @returns indices into `places`
 */
export function steadyPlaces(places: readonly (number | null)[]): ReadonlySet<number> {
  // Patience sorting: `ends[n]` is the index of the smallest place with which a run of n + 1 entries can end.
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  const placeAt = (index: number): number => places[index] as number;
  places.forEach((place, index) => {
    if (place === null) return;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placeAt(ends[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    previous.set(index, ends[low - 1]);
    ends[low] = index;
  });
  const steady = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = previous.get(index)) steady.add(index);
  return steady;
}
