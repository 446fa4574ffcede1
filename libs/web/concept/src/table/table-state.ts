import type { GapKind, MeasureFilterInput, MeasureOrderInput, MeasureOrderField, MeasureStatus } from '@konzeptwerkstatt/web-data';
import { MEASURE_STATUSES } from '@konzeptwerkstatt/document-model';

export type Grouping = 'none' | 'section' | 'lead';

/** What the measure table shows and how; stands in the address, so that it can be sent on and survives a reload. */
export interface TableState {
  readonly search: string;
  /** Ids of the API. */
  readonly sectionId: string | null;
  readonly organisationId: string | null;
  readonly status: MeasureStatus | null;
  readonly gap: GapKind | null;
  readonly grouping: Grouping;
  /** Null is the order of the concept itself. */
  readonly order: { readonly field: MeasureOrderField; readonly isDescending: boolean } | null;
}

/** Gaps a measure can have. */
export const measureGaps = ['MEASURE_WITHOUT_LEAD', 'MEASURE_WITHOUT_INDICATOR'] as const satisfies readonly GapKind[];

export const initialTableState: TableState = { search: '', sectionId: null, organisationId: null, status: null, gap: null, grouping: 'none', order: null };

const statuses = MEASURE_STATUSES.map((status) => status.toUpperCase() as MeasureStatus);
const groupings: Readonly<Record<string, Grouping>> = { handlungsfeld: 'section', federfuehrung: 'lead' };
const orderFields: Readonly<Record<string, MeasureOrderField>> = {
  titel: 'TITLE', stand: 'STATUS', art: 'TYPE', federfuehrung: 'LEAD', zeitraum: 'PERIOD', kosten: 'BUDGET', geaendert: 'UPDATED',
};
const descendingEnd = '-ab';

function nameOf<Value>(names: Readonly<Record<string, Value>>, value: Value): string | undefined {
  return Object.entries(names).find(([, candidate]) => candidate === value)?.[0];
}

function readOrder(text: string | null): TableState['order'] {
  const isDescending = text?.endsWith(descendingEnd) ?? false;
  const field = orderFields[isDescending ? (text ?? '').slice(0, -descendingEnd.length) : (text ?? '')];
  return field ? { field, isDescending } : null;
}

/** Reads the state from an address; what it does not know it leaves out. */
export function readTableState(params: URLSearchParams): TableState {
  const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | null => values.find((value) => value === text?.toUpperCase()) ?? null;
  return {
    search: params.get('suche') ?? '',
    sectionId: params.get('feld') || null,
    organisationId: params.get('organisation') || null,
    status: oneOf(statuses, params.get('stand')),
    gap: oneOf(measureGaps, params.get('luecke')),
    grouping: groupings[params.get('gruppe') ?? ''] ?? 'none',
    order: readOrder(params.get('sortierung')),
  };
}

/** Writes the state into an address, in its shortest form. */
export function writeTableState(state: TableState): URLSearchParams {
  const order = state.order && `${nameOf(orderFields, state.order.field) ?? ''}${state.order.isDescending ? descendingEnd : ''}`;
  const entries: readonly (readonly [string, string | null | undefined])[] = [
    ['suche', state.search], ['feld', state.sectionId], ['organisation', state.organisationId], ['stand', state.status?.toLowerCase()],
    ['luecke', state.gap?.toLowerCase()], ['gruppe', nameOf(groupings, state.grouping)], ['sortierung', order],
  ];
  return new URLSearchParams(entries.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])));
}

/** Filter and order as the API takes them. */
export function tableVariables(state: TableState): { filter: MeasureFilterInput | null; orderBy: MeasureOrderInput | null } {
  const search = state.search.trim();
  const filter: MeasureFilterInput = {
    ...(search ? { search } : {}),
    ...(state.sectionId ? { sectionIds: [state.sectionId] } : {}),
    ...(state.organisationId ? { organisationIds: [state.organisationId] } : {}),
    ...(state.status ? { statuses: [state.status] } : {}),
    ...(state.gap ? { gap: state.gap } : {}),
  };
  const orderBy: MeasureOrderInput | null = state.order && { field: state.order.field, direction: state.order.isDescending ? 'DESC' : 'ASC' };
  return { filter: Object.keys(filter).length > 0 ? filter : null, orderBy };
}

/** How many filters narrow the table. */
export function filterCount({ search, sectionId, organisationId, status, gap }: TableState): number {
  return [search.trim(), sectionId, organisationId, status, gap].filter(Boolean).length;
}
