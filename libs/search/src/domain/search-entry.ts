export const SEARCH_KINDS = ['section', 'goal', 'measure', 'organisation', 'indicator'] as const;

/** What can be found. */
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Where an entry of an edition stands; rights follow from it. */
export interface EntryPlace {
  readonly processId: string | null;
  readonly editionId: string;
  readonly sectionId: string;
}

/** A block of a section's own text. */
export interface Passage {
  readonly blockId: string;
  readonly text: string;
}

/** Something to be made findable. */
export interface SearchEntry {
  readonly objectId: string;
  readonly kind: SearchKind;
  readonly municipalityId: string;
  /** Null of organisations and indicators. */
  readonly place: EntryPlace | null;
  /** Of goals and measures. */
  readonly blockId: string | null;
  readonly title: string;
  readonly body: string;
  /** Of sections; empty of everything else. */
  readonly passages: readonly Passage[];
}
