/** An organisation was at a gathering. */
export interface Attended {
  readonly gatheringId: string;
  readonly kind: string;
  readonly organisationId: string;
}

/** How one kind of organisation came to the gatherings. */
export interface KindAttendance {
  readonly kind: string;
  /** Different organisations. */
  readonly organisationCount: number;
  /** Gatherings to which at least one came. */
  readonly gatheringCount: number;
}

/** One line for each kind, in their order. Organisations are counted and never people, and which of them came stands at each gathering: there is nothing to hide. */
export function attendanceByKind(attended: readonly Attended[], kinds: readonly string[]): KindAttendance[] {
  return kinds.map((kind) => {
    const own = attended.filter((row) => row.kind === kind);
    return { kind, organisationCount: new Set(own.map(({ organisationId }) => organisationId)).size, gatheringCount: new Set(own.map(({ gatheringId }) => gatheringId)).size };
  });
}
