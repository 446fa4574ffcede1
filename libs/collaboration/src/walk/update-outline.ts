import type { PlacedItems } from './place.js';

/** Clocks `from` (included) to `to` (excluded) of one client. */
export interface ClockRange {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/** A struct at clock `at` of its section cannot be placed before this clock of another client is known. */
export interface CausalNeed {
  readonly at: number;
  readonly client: number;
  readonly clock: number;
}

/** The structs of one client in an update. */
export interface ClientSection {
  readonly client: number;
  readonly from: number;
  readonly to: number;
  /** Parts between `from` and `to` that the section only names as missing. */
  readonly skips: readonly ClockRange[];
  readonly needs: readonly CausalNeed[];
  /** How many structs, and where their bytes lie in the update. */
  readonly count: number;
  readonly start: number;
  readonly end: number;
  /** Where its items stand; null in what was only put together from updates that were walked before. */
  readonly placed: PlacedItems | null;
}

/** All that relaying, checking, joining and trimming an update takes, without building anything of it. */
export interface UpdateOutline {
  readonly bytes: Uint8Array;
  /** Highest client id first, as Yjs writes them. */
  readonly sections: readonly ClientSection[];
  readonly deletes: readonly ClockRange[];
  /** False when something in it stands beside or inside what is not known yet, so that it could not be judged. */
  readonly isPlaced: boolean;
}
