import type { MeasureStatus, StandingFilterInput } from '@konzeptwerkstatt/web-data';
import { MEASURE_STATUSES } from '@konzeptwerkstatt/document-model';

/** Which measures the page counts; stands in the address, so that it can be sent on and printed as it is. */
export interface StandingFilterState {
  /** Ids of the API. */
  readonly sectionId: string | null;
  readonly organisationId: string | null;
  readonly status: MeasureStatus | null;
  readonly goalId: string | null;
  readonly year: number | null;
  readonly isOverdue: boolean;
}

export const initialStandingFilter: StandingFilterState = { sectionId: null, organisationId: null, status: null, goalId: null, year: null, isOverdue: false };

const statuses = MEASURE_STATUSES.map((status) => status.toUpperCase() as MeasureStatus);

/** Reads the filter from an address; what it does not know it leaves out. */
export function readStandingFilter(params: URLSearchParams): StandingFilterState {
  const year = Number(params.get('jahr'));
  return {
    sectionId: params.get('feld') || null,
    organisationId: params.get('organisation') || null,
    status: statuses.find((status) => status === params.get('stand')?.toUpperCase()) ?? null,
    goalId: params.get('ziel') || null,
    year: Number.isInteger(year) && year > 0 && year < 10_000 ? year : null,
    isOverdue: params.get('ueberfaellig') === 'ja',
  };
}

/** Writes the filter into an address, in its shortest form. */
export function writeStandingFilter({ sectionId, organisationId, status, goalId, year, isOverdue }: StandingFilterState): URLSearchParams {
  const entries: readonly (readonly [string, string | null])[] = [
    ['feld', sectionId], ['organisation', organisationId], ['stand', status?.toLowerCase() ?? null], ['ziel', goalId], ['jahr', year === null ? null : String(year)], ['ueberfaellig', isOverdue ? 'ja' : null],
  ];
  return new URLSearchParams(entries.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])));
}

/** The filter as the API takes it; null when nothing is narrowed. */
export function standingVariables({ sectionId, organisationId, status, goalId, year, isOverdue }: StandingFilterState): StandingFilterInput | null {
  const filter: StandingFilterInput = {
    ...(sectionId ? { sectionIds: [sectionId] } : {}), ...(organisationId ? { organisationIds: [organisationId] } : {}), ...(status ? { statuses: [status] } : {}), ...(goalId ? { goalIds: [goalId] } : {}), ...(year === null ? {} : { year }), ...(isOverdue ? { isOverdue } : {}),
  };
  return Object.keys(filter).length > 0 ? filter : null;
}
