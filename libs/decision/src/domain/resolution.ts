/** What a body made of an edition: as it stood, with changes, later, taken note of, or not at all. */
export const RESOLUTION_RESULTS = ['unchanged', 'amended', 'postponed', 'noted', 'rejected'] as const;
export type ResolutionResult = (typeof RESOLUTION_RESULTS)[number];

/** Why a body dealt with it before the one that resolved: to recommend, to hear others, to say its opinion, to be told. */
export const CONSULTATION_ROLES = ['preliminary', 'hearing', 'opinion', 'information'] as const;
export type ConsultationRole = (typeof CONSULTATION_ROLES)[number];

/** Results after which an edition counts as adopted. */
const adopting: ReadonlySet<ResolutionResult> = new Set(['unchanged', 'amended', 'noted']);

/** Whether a result lets an edition be adopted. A body that only takes note may have the last word in small municipalities. */
export function mayAdopt(result: ResolutionResult): boolean {
  return adopting.has(result);
}

/** A body that dealt with the edition before. */
export interface Consultation {
  readonly bodyName: string;
  /** Legal day, `YYYY-MM-DD`. */
  readonly heldOn: string;
  readonly role: ConsultationRole;
}

/** What is entered of a resolution. */
export interface ResolutionFacts {
  readonly bodyName: string;
  /** Legal day, `YYYY-MM-DD`. */
  readonly decidedOn: string;
  readonly result: ResolutionResult;
  /** Whether the edition is adopted by it. */
  readonly adopts: boolean;
  readonly votesYes: number | null;
  readonly votesNo: number | null;
  readonly votesAbstained: number | null;
  readonly paperNumber: string | null;
  /** Address in the council's information system; shown, never fetched. */
  readonly oparlUrl: string | null;
  readonly remark: string | null;
  /** In the order of their days. */
  readonly consultations: readonly Consultation[];
}

/** A resolution as it is kept. */
export interface Resolution extends ResolutionFacts {
  readonly id: string;
  readonly municipalityId: string;
  readonly editionId: string;
  /** Stored file with the signed paper. */
  readonly fileId: string | null;
  readonly recordedAt: Date;
}
