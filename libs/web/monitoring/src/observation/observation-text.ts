import type { IndicatorHeadFragment, ObservationFactsFragment } from '@konzeptwerkstatt/web-data';
import type { PartialDateFacts, Translate } from '@konzeptwerkstatt/web-ui';

type Unit = Pick<IndicatorHeadFragment, 'unit' | 'unitLabel'>;
type Value = Pick<ObservationFactsFragment, 'value' | 'decimals' | 'qualifier' | 'isSuppressed'>;
type Period = Pick<ObservationFactsFragment, 'periodFrom' | 'periodTo' | 'periodPrecision'>;

/** Writes a value with its unit as the language does; from `useLanguage`. */
type Quantity = (value: string, unit: { key: string; label: string }, decimals: number) => string;

/** How a value that is not exact is introduced ("rund", "mehr als"). */
const qualified: ReadonlySet<string> = new Set(['approx', 'rounded', 'less_than', 'more_than', 'derived']);

/** A value in words: "20,5 %", "rund 15.300.000 Personen", "nicht gezeigt", or "kein Wert". Why there is none is a sentence of its own. */
export function valueText({ value, decimals, qualifier, isSuppressed }: Value, unit: Unit, t: Translate, quantityText: Quantity): string {
  if (value === null) return t(isSuppressed ? 'monitoring.value.suppressed' : 'monitoring.value.none');
  const quantity = quantityText(value, { key: unit.unit, label: unit.unitLabel }, decimals);
  const kind = qualifier.toLowerCase();
  return qualified.has(kind) ? t(`monitoring.value.${kind}`, { value: quantity }) : quantity;
}

/** What a value is about, in time, for `partialDate` of `useLanguage`. A day is the day it was counted on. */
export function periodOf({ periodFrom, periodTo, periodPrecision }: Period): PartialDateFacts {
  return { from: periodFrom, to: periodTo, precision: periodPrecision };
}

/** A day as people type it in every language of the interface: `31.12.2025`. */
export const typedDay = (day: string): string => day.split('-').reverse().join('.');

/** A period as it can be typed again: names of months are read in German and English only. */
export function typedPeriod(period: Period, inWords: (facts: PartialDateFacts) => string): string {
  const { periodFrom, periodPrecision } = period;
  if (periodFrom === null) return '';
  if (periodPrecision === 'DAY') return typedDay(periodFrom);
  const [year = '', month = ''] = periodFrom.split('-');
  if (periodPrecision === 'RANGE' && period.periodTo === `${year}-06-30` && periodFrom === `${year}-01-01`) return `H1 ${year}`;
  if (periodPrecision === 'RANGE' && period.periodTo === `${year}-12-31` && periodFrom === `${year}-07-01`) return `H2 ${year}`;
  if (periodPrecision === 'MONTH') return `${month}/${year}`;
  return periodPrecision === 'QUARTER' ? `Q${Math.ceil(Number(month) / 3)} ${year}` : inWords(periodOf(period));
}

/** A number as somebody types it, with a point for the API: `7,2` → `7.2`, `1.250.000` → `1250000`. What is none stays; the server says so. */
export function readTypedValue(typed: string): string {
  const text = typed.trim().replace(/[\s\u00a0%]/g, '').replace(/^[−–]/, '-');
  const german = /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/;
  return german.test(text) ? text.replaceAll('.', '').replace(',', '.') : text;
}
