import type { ObservationImportNowQuery } from '@konzeptwerkstatt/web-data';

export type StatisticsFile = NonNullable<ObservationImportNowQuery['observationImport']>;
export type Reading = NonNullable<StatisticsFile['reading']>;
export type ReadColumn = Reading['columns'][number];
export type PlannedValue = StatisticsFile['plan']['refused']['edges'][number]['node'];

/** What is said of a file; without columns they are recognised anew. */
export interface SaidReading extends Pick<Reading, 'sheet' | 'headRow' | 'headRows' | 'lastRow' | 'decimalSign' | 'encoding' | 'indicators' | 'defaults'> {
  readonly columns: ReadColumn[] | null;
}

/** A reading as it stands, to be sent with one thing changed. */
export function saidOf({ sheet, headRow, headRows, lastRow, decimalSign, encoding, columns, indicators, defaults }: Reading): SaidReading {
  return {
    sheet, headRow, headRows, lastRow, decimalSign, encoding,
    columns: columns.map(({ column, role, indicatorId, period, region, breakdown, unit }) => ({ column, role, indicatorId, period, region, breakdown, unit })),
    indicators: indicators.map(({ words, indicatorId }) => ({ words, indicatorId })),
    defaults: { indicatorId: defaults.indicatorId, regionId: defaults.regionId, period: defaults.period, source: defaults.source, retrievedOn: defaults.retrievedOn },
  };
}

/** The columns with one of them said anew; null: it is ignored. */
export function withColumn(columns: readonly ReadColumn[], column: number, said: Partial<ReadColumn> & Pick<ReadColumn, 'role'> | null): ReadColumn[] {
  const others = columns.filter((known) => known.column !== column);
  const before = columns.find((known) => known.column === column);
  const empty: ReadColumn = { column, role: 'VALUE', indicatorId: null, period: null, region: null, breakdown: null, unit: null };
  return said === null ? others : [...others, { ...(before?.role === said.role ? before : empty), ...said, column }].sort((one, other) => one.column - other.column);
}
