import { partyStateOf } from '@konzeptwerkstatt/document-model';
import type { MeasurePart, PartyAnswer, PartyState } from '@konzeptwerkstatt/document-model';

/** An organisation that a measure names, and how it stands. */
export interface MeasureParty {
  readonly organisationId: string;
  readonly part: MeasurePart;
  readonly state: PartyState;
}

/** What organisations have said about one measure. */
export type AnswerOf = (organisationId: string) => PartyAnswer | null;

interface Named {
  readonly leadOrganisationId: string | null;
  readonly partnerIds: readonly string[];
}

/** Who leads a measure and who takes part, each with how it stands; who leads comes first. */
export function partiesOf({ leadOrganisationId, partnerIds }: Named, answerOf: AnswerOf): MeasureParty[] {
  const one = (part: MeasurePart) => (organisationId: string): MeasureParty => ({ organisationId, part, state: partyStateOf(part, answerOf(organisationId)) });
  return [...(leadOrganisationId === null ? [] : [one('lead')(leadOrganisationId)]), ...partnerIds.map(one('partner'))];
}

/** A measure without those who have declined: they are no parties of what was adopted. */
export function withoutDeclined<Measure extends Named>(measure: Measure, parties: readonly MeasureParty[]): Measure {
  const declined = (part: MeasurePart, id: string): boolean => parties.some((party) => party.part === part && party.organisationId === id && party.state === 'declined');
  const { leadOrganisationId, partnerIds } = measure;
  return { ...measure, leadOrganisationId: leadOrganisationId !== null && declined('lead', leadOrganisationId) ? null : leadOrganisationId, partnerIds: partnerIds.filter((id) => !declined('partner', id)) };
}
