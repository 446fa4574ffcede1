import { breakdownParts } from '../domain/breakdown.policy.js';
import { observationPeriodText } from '../domain/observation-period.text.js';
import type { DefinitionRow, IndicatorRow } from '../queries/indicator.reader.js';
import type { SeriesRecord } from '../queries/observation.reader.js';

/** An indicator with everything that its files hold. */
export interface IndicatorTable {
  readonly indicator: IndicatorRow;
  /** Oldest first. */
  readonly definitions: readonly DefinitionRow[];
  readonly values: readonly SeriesRecord[];
}

/** What stands in a cell instead of a value: unknown, or to be kept secret, as in official statistics. */
export const NO_VALUE = '.';

/** One value, in words of a file: `null` is an empty cell. */
export interface LongRow {
  readonly record: SeriesRecord;
  readonly period: string;
  /** `suppressed`, or the reason in somebody's words. */
  readonly missing: string | null;
  readonly tableId: string | null;
}

/** One series: a part of the population in one region, counted one way; a cell for each period of the table. */
export interface WideRow {
  readonly first: SeriesRecord;
  readonly cells: readonly (SeriesRecord | null)[];
}

/** Every value in its own line. */
export function longRows({ definitions, values }: IndicatorTable): LongRow[] {
  const tableIds = new Map(definitions.map(({ id, tableId }) => [id, tableId]));
  return values.map((record) => ({
    record, period: observationPeriodText(record), missing: record.isSuppressed ? 'suppressed' : record.missingReason, tableId: tableIds.get(record.definitionId) ?? null,
  }));
}

/** Every series in its own line, and the periods of the columns in order of time. */
export function wideRows({ values }: IndicatorTable): { readonly periods: readonly string[]; readonly rows: readonly WideRow[] } {
  const inTime = values.toSorted((one, other) => ((one.periodTo ?? '') < (other.periodTo ?? '') ? -1 : 1));
  const periods = [...new Set(inTime.map(observationPeriodText))];
  const series = Map.groupBy(values, ({ regionId, breakdown, version }) => `${regionId}/${version}/${breakdown}`);
  const rows = [...series.values()].flatMap((records): WideRow[] => {
    const [first] = records;
    const byPeriod = new Map(records.map((record) => [observationPeriodText(record), record]));
    return first === undefined ? [] : [{ first, cells: periods.map((period) => byPeriod.get(period) ?? null) }];
  });
  return { periods, rows };
}

const dimensions: Readonly<Record<string, string>> = { district: 'Stadtteil', group: 'Gruppe', municipality_size: 'Gemeindegröße', age: 'Alter', gender: 'Geschlecht', nationality: 'Staatsangehörigkeit' };
const statuses: Readonly<Record<string, string>> = { final: 'endgültig', provisional: 'vorläufig', revised: 'berichtigt', estimated: 'geschätzt' };
const qualifiers: Readonly<Record<string, string>> = { exact: '', approx: 'rund', rounded: 'gerundet', less_than: 'weniger als', more_than: 'mehr als', derived: 'berechnet', not_available: '' };

/** What a German file says instead of keys. */
export const germanTableWords = {
  breakdown: (breakdown: string): string => breakdownParts(breakdown).map(({ dimension, value }) => `${dimensions[dimension] ?? dimension}: ${value.replaceAll('_', ' ')}`).join(', '),
  status: (status: string): string => statuses[status] ?? status,
  qualifier: (qualifier: string): string => qualifiers[qualifier] ?? qualifier,
  missing: (missing: string | null): string => (missing === 'suppressed' ? 'nicht gezeigt, damit niemand erkennbar ist' : missing ?? ''),
};
