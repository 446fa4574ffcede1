import type { IndicatorSheet, SheetValue } from '@konzeptwerkstatt/monitoring';

/** A value of a year; the total, unless parts are given. */
export function sheetValue(year: number, value: string | null, more: Partial<SheetValue> = {}): SheetValue {
  return { period: String(year), periodTo: `${year}-12-31`, parts: [], version: 1, value, decimals: 1, isSuppressed: false, missingReason: null, qualifier: 'exact', status: 'final', note: null, disagreement: null, ...more };
}

/** An indicator in percent, of which nothing is known but its name and these values. */
export function indicatorSheet(id: string, values: readonly SheetValue[], more: Partial<IndicatorSheet> = {}): IndicatorSheet {
  return {
    id, name: `Quote ${id}`, unit: 'percent', unitLabel: '%', decimals: 1, rhythm: null, direction: 'up', corridorLow: null, corridorHigh: null, baselineValue: null, baselineYear: null, targetValue: null, targetYear: null, pathVersion: null,
    definition: { version: 1, text: '', source: null }, values, assessment: null, gaps: [], overdueSince: null, ...more,
  };
}
