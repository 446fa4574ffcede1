import type { PartialDate } from '@konzeptwerkstatt/kernel';

/** Where a statement comes from: the source of the demonstration, a public page, or the municipality itself. */
export type FactBasis = 'seed' | 'external' | 'own';

/** A body that takes part: officer, unit, council, committee, network, conference. */
export interface BodyFacts {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly parentName: string | null;
  readonly since: PartialDate | null;
  readonly note: string | null;
  readonly basis: FactBasis;
  readonly sourceUrl: string | null;
}

/** A dated step as it is stored. */
export interface StoredStep {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly date: PartialDate;
  readonly actors: readonly string[];
  readonly note: string | null;
  readonly basis: FactBasis;
  readonly sourceUrl: string | null;
}

/** A planning process as it begins. */
export interface ProcessFacts {
  readonly id: string;
  readonly municipalityId: string;
  readonly title: string;
  readonly summary: string;
  readonly isExample: boolean;
  readonly sourceNote: string | null;
  /** In the order in which they are shown. */
  readonly bodies: readonly BodyFacts[];
}
