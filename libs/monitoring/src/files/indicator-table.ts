import { germanWords } from '@konzeptwerkstatt/document-model';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import { breakdownParts } from '../domain/breakdown.policy.js';
import { indicatorTableWords } from '../domain/indicator-table.words.js';
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

/** Stands for the reason why a value is withheld. */
const SUPPRESSED = 'suppressed';
/** What need not be said of a value. */
const UNSAID: ReadonlySet<string> = new Set(['exact', 'not_available']);

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
    record, period: observationPeriodText(record), missing: record.isSuppressed ? SUPPRESSED : record.missingReason, tableId: tableIds.get(record.definitionId) ?? null,
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

/** What the cells of a file say instead of keys, in a language. Days are written so that spreadsheets take them for days. */
export function tableWording(language: DocumentLanguage) {
  const words = indicatorTableWords[language];
  const known = (record: Readonly<Record<string, string>>, key: string): string => record[key] ?? key;
  return {
    words,
    breakdown: (breakdown: string): string => breakdownParts(breakdown).map(({ dimension, value }) => `${known(words.dimensions, dimension)}: ${value.replaceAll('_', ' ')}`).join(', '),
    status: (status: string): string => known(words.statuses, status),
    qualifier: (qualifier: string): string => (UNSAID.has(qualifier) ? '' : known(words.qualifiers, qualifier)),
    missing: (missing: string | null): string => (missing === SUPPRESSED ? words.withheld : missing ?? ''),
    day: (day: string | null): string => (day === null ? '' : language === 'de' ? germanWords.day(day) : day),
  };
}
