import type { InquiryKind } from './inquiry.js';

/** A measure with those who have a part in it. */
interface MeasureWithParties {
  readonly leadOrganisationId: string | null;
  readonly partnerIds: readonly string[];
}

/**
 * Which of the chosen measures an organisation is asked about. Who takes part is asked about lead and partnership alike; how far a measure is says whoever leads it,
 * and of those who lead none, whoever takes part. Whoever has no part in any of them is asked about all.
 */
export function ownMeasures<Measure extends MeasureWithParties>(kind: InquiryKind, measures: readonly Measure[], organisationId: string): readonly Measure[] {
  const led = measures.filter(({ leadOrganisationId }) => leadOrganisationId === organisationId);
  if (kind !== 'responsibility' && led.length > 0) return led;
  const own = measures.filter((measure) => led.includes(measure) || measure.partnerIds.includes(organisationId));
  return own.length > 0 ? own : measures;
}
