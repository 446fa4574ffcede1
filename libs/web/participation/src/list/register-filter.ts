import type { ContributionFilterInput, ContributionKind, ContributionState, ResponseStanding } from '@konzeptwerkstatt/web-data';

/** What the register is narrowed to; stands in the address, so that it is still there when one comes back from a contribution, and can be sent on. */
export interface RegisterFilter {
  readonly state: ContributionState | null;
  readonly kind: ContributionKind | null;
  /** Raw id of the section it is about. */
  readonly section: string | null;
  /** Raw id of the goal or measure it is about. */
  readonly object: string | null;
  /** Id of the organisation it is for. */
  readonly from: string | null;
  /** Id of the office that is to answer. */
  readonly office: string | null;
  /** How answers stand that are proposed first. */
  readonly standing: ResponseStanding | null;
  readonly search: string;
}

export const states = ['SUBMITTED', 'ANSWERED', 'HELD', 'REFUSED'] as const satisfies readonly ContributionState[];
export const kinds = ['QUESTION', 'SUPPORT', 'OBJECTION', 'PROPOSAL', 'NEW_MEASURE'] as const satisfies readonly ContributionKind[];
export const standings = ['NOT_PROPOSED', 'OPEN', 'OBJECTED', 'ACCEPTED'] as const satisfies readonly ResponseStanding[];

const oneOf = <Known extends string>(known: readonly Known[], value: string | null): Known | null => known.find((one) => one === value?.toUpperCase()) ?? null;

/** Reads the filter from an address; what it does not know it leaves out. */
export function readRegisterFilter(params: URLSearchParams): RegisterFilter {
  return {
    state: oneOf(states, params.get('stand')), kind: oneOf(kinds, params.get('art')), section: params.get('abschnitt') || null, object: params.get('zu') || null,
    from: params.get('von') || null, office: params.get('amt') || null, standing: oneOf(standings, params.get('vorschlag')), search: params.get('suche') ?? '',
  };
}

/** Writes the filter into an address, in its shortest form. */
export function writeRegisterFilter({ state, kind, section, object, from, office, standing, search }: RegisterFilter): URLSearchParams {
  const entries: readonly (readonly [string, string | null])[] = [
    ['stand', state?.toLowerCase() ?? null], ['art', kind?.toLowerCase() ?? null], ['abschnitt', section], ['zu', object], ['von', from], ['amt', office], ['vorschlag', standing?.toLowerCase() ?? null], ['suche', search],
  ];
  return new URLSearchParams(entries.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])));
}

/** The filter as the API takes it. */
export function registerVariables({ state, kind, section, object, from, office, standing, search }: RegisterFilter): ContributionFilterInput {
  return { sectionUuid: section, organisationId: from, objectUuid: object, states: state ? [state] : null, kinds: kind ? [kind] : null, assignedOrganisationId: office, standing, search };
}
