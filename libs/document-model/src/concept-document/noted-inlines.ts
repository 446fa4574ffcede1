import type { Inline } from './concept-document.js';
import type { PlacedNote } from './document-note.js';

/** Where the words of a note begin or end. */
export type NoteEdge = { readonly kind: 'noteStart'; readonly number: number } | { readonly kind: 'noteEnd'; readonly number: number };

export type NotedInline = Inline | NoteEdge;

const lengthOf = (inline: Inline): number => (inline.kind === 'text' ? inline.text.length : 1);

/** Edges by the character before which they stand: what ends comes before what begins, and every start before its end. */
function edgesAt(at: number, notes: readonly PlacedNote[]): NoteEdge[] {
  const edge = (kind: NoteEdge['kind']) => ({ number }: PlacedNote): NoteEdge => ({ kind, number });
  return [
    ...notes.filter(({ start, end }) => end === at && start < at).map(edge('noteEnd')),
    ...notes.filter(({ start, end }) => start === at && end > at).map(edge('noteStart')),
    ...notes.filter(({ start, end }) => start === at && end === at).flatMap((note) => [edge('noteStart')(note), edge('noteEnd')(note)]),
  ];
}

/** Words cut where notes about them begin and end. Notes may lie over each other. */
export function inlinesWithNotes(inlines: readonly Inline[], notes: readonly PlacedNote[]): NotedInline[] {
  if (notes.length === 0) return [...inlines];
  const length = inlines.reduce((sum, inline) => sum + lengthOf(inline), 0);
  const within = notes.map(({ number, start, end }) => ({ number, start: Math.min(start, length), end: Math.min(end, length) }));
  const cuts = [...new Set(within.flatMap(({ start, end }) => [start, end]))].toSorted((one, other) => one - other);
  const result: NotedInline[] = [];
  let at = 0;
  for (const inline of inlines) {
    const end = at + lengthOf(inline);
    // Words without any character would have every edge beside them twice.
    if (end === at) {
      result.push(inline);
      continue;
    }
    const places = [at, ...cuts.filter((cut) => cut > at && cut < end), end];
    for (const [index, from] of places.slice(0, -1).entries()) {
      result.push(...edgesAt(from, within));
      result.push(inline.kind === 'text' ? { ...inline, text: inline.text.slice(from - at, (places[index + 1] ?? end) - at) } : inline);
    }
    at = end;
  }
  return [...result, ...edgesAt(length, within)];
}
