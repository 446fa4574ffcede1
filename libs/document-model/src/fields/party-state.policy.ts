/** The two ways in which a measure names an organisation. */
export const MEASURE_PARTS = ['lead', 'partner'] as const;
export type MeasurePart = (typeof MEASURE_PARTS)[number];

/** How a party of a measure stands: not answered yet, yes, yes under a reservation, no. */
export const PARTY_STATES = ['proposed', 'confirmed', 'reserved', 'declined'] as const;
export type PartyState = (typeof PARTY_STATES)[number];

/** What an organisation has said about its part in a measure. */
export interface PartyAnswer {
  readonly role: MeasurePart | 'none';
  readonly isReserved: boolean;
}

/** How an organisation that a text names as a party stands. Who leads takes part too; who only takes part has not said that she leads. */
export function partyStateOf(part: MeasurePart, answer: PartyAnswer | null): PartyState {
  if (answer === null) return 'proposed';
  if (answer.role === 'none') return 'declined';
  if (part === 'lead' && answer.role === 'partner') return 'proposed';
  return answer.isReserved ? 'reserved' : 'confirmed';
}
