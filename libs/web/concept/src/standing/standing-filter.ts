import type { MeasureStatus, StandingFilterInput } from '@konzeptwerkstatt/web-data';
import { MEASURE_STATUSES } from '@konzeptwerkstatt/document-model';

/** Chosen where something is wanted that has none. */
export const NONE = 'NONE';

/** Which measures the page counts; stands in the address, so that it can be sent on and printed as it is. */
export interface StandingFilterState {
  /** Ids of the API. */
  readonly sectionId: string | null;
  readonly organisationId: string | null;
  /** Or what nobody leads. */
  readonly leadId: string | null;
  readonly status: MeasureStatus | typeof NONE | null;
  readonly goalId: string | null;
  readonly year: number | null;
  readonly beginsIn: number | null;
  readonly endsIn: number | null;
  readonly isOverdue: boolean;
  readonly isReported: boolean;
  /** Only where those who reported say different things. */
  readonly isDiffering: boolean;
  readonly isBudgeted: boolean;
}

export const initialStandingFilter: StandingFilterState = { sectionId: null, organisationId: null, leadId: null, status: null, goalId: null, year: null, beginsIn: null, endsIn: null, isOverdue: false, isReported: false, isDiffering: false, isBudgeted: false };

const statuses = [...MEASURE_STATUSES.map((status) => status.toUpperCase() as MeasureStatus), NONE] as const;
const yes = 'ja';

/** Reads the filter from an address; what it does not know it leaves out. */
export function readStandingFilter(params: URLSearchParams): StandingFilterState {
  const yearOf = (name: string): number | null => {
    const year = Number(params.get(name));
    return Number.isInteger(year) && year > 0 && year < 10_000 ? year : null;
  };
  return {
    sectionId: params.get('feld') || null,
    organisationId: params.get('organisation') || null,
    leadId: params.get('federfuehrung') || null,
    status: statuses.find((status) => status === params.get('stand')?.toUpperCase()) ?? null,
    goalId: params.get('ziel') || null,
    year: yearOf('jahr'), beginsIn: yearOf('beginnt'), endsIn: yearOf('endet'),
    isOverdue: params.get('ueberfaellig') === yes, isReported: params.get('berichtet') === yes, isDiffering: params.get('verschieden') === yes, isBudgeted: params.get('kosten') === yes,
  };
}

/** Writes the filter into an address, in its shortest form. */
export function writeStandingFilter({ sectionId, organisationId, leadId, status, goalId, year, beginsIn, endsIn, isOverdue, isReported, isDiffering, isBudgeted }: StandingFilterState): URLSearchParams {
  const entries: readonly (readonly [string, string | number | null])[] = [
    ['feld', sectionId], ['organisation', organisationId], ['federfuehrung', leadId], ['stand', status?.toLowerCase() ?? null], ['ziel', goalId], ['jahr', year], ['beginnt', beginsIn], ['endet', endsIn],
    ['ueberfaellig', isOverdue ? yes : null], ['berichtet', isReported ? yes : null], ['verschieden', isDiffering ? yes : null], ['kosten', isBudgeted ? yes : null],
  ];
  return new URLSearchParams(entries.flatMap(([name, value]): [string, string][] => (value ? [[name, String(value)]] : [])));
}

/** The filter as the API takes it; null when nothing is narrowed. */
export function standingVariables({ sectionId, organisationId, leadId, status, goalId, year, beginsIn, endsIn, isOverdue, isReported, isDiffering, isBudgeted }: StandingFilterState): StandingFilterInput | null {
  const filter: StandingFilterInput = {
    ...(sectionId ? { sectionIds: [sectionId] } : {}), ...(organisationId ? { organisationIds: [organisationId] } : {}), ...(leadId === NONE ? { isWithoutLead: true } : leadId ? { leadOrganisationIds: [leadId] } : {}),
    ...(status === NONE ? { isWithoutStatus: true } : status ? { statuses: [status] } : {}), ...(goalId ? { goalIds: [goalId] } : {}), ...(year === null ? {} : { year }), ...(beginsIn === null ? {} : { beginsIn }), ...(endsIn === null ? {} : { endsIn }),
    ...(isOverdue ? { isOverdue } : {}), ...(isReported ? { isReported } : {}), ...(isDiffering ? { isDiffering } : {}), ...(isBudgeted ? { isBudgeted } : {}),
  };
  return Object.keys(filter).length > 0 ? filter : null;
}
