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

/** Where one struct lies in the bytes; `from` is its first clock. */
export interface StructPosition {
  readonly from: number;
  readonly start: number;
  readonly end: number;
  readonly skipped: boolean;
}

/** The structs of one client in an update. */
export interface ClientSection {
  readonly client: number;
  readonly from: number;
  readonly to: number;
  /** Clocks that the section covers, without the gaps it names itself. */
  readonly ranges: readonly ClockRange[];
  readonly needs: readonly CausalNeed[];
  readonly structs: readonly StructPosition[];
}

/** All that relaying, checking and trimming an update takes, without building anything of it. */
export interface UpdateOutline {
  readonly bytes: Uint8Array;
  /** Highest client id first, as Yjs writes them. */
  readonly sections: readonly ClientSection[];
  readonly deletes: readonly ClockRange[];
}
