/** Where something in a text was taken over from. Concept does not know what stands behind it. */
export interface Origin {
  /** `context.noun`, e.g. `participation.contribution`. */
  readonly kind: string;
  readonly id: string;
}

/** What was taken over. */
export interface TakenOver {
  readonly kind: 'passage' | 'goal' | 'measure';
  readonly blockId: string;
  /** The row of a goal or measure. */
  readonly objectId: string | null;
}
