import type { PartialDate } from '@konzeptwerkstatt/kernel';
import type { ObservationStatus } from './observation.entity.js';

/** A value as it is written, with everything the demonstration's facts bring along. */
export interface NewObservation {
  readonly id: string;
  readonly municipalityId: string;
  readonly indicatorId: string;
  readonly definitionId: string;
  readonly regionId: string;
  readonly period: PartialDate;
  /** Decimal text. */
  readonly value: string | null;
  readonly missingReason: string | null;
  readonly decimals: number;
  /** exact, approx, less_than, more_than, rounded, derived, not_available */
  readonly qualifier: string;
  readonly status: ObservationStatus;
  /** Sorted `name=value` pairs joined by `;`, empty for the total. */
  readonly breakdown: string;
  readonly note: string | null;
  readonly source: string | null;
  readonly factKey: string | null;
  /** `YYYY-MM-DD` */
  readonly retrievedOn: string | null;
  /** The value it corrects. */
  readonly supersedesId: string | null;
}

/** A region that figures are about; shared by all municipalities. */
export interface NewRegion {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly kind: string;
  readonly ags: string | null;
}
