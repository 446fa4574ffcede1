import type { IndicatorSheet, SheetValue } from '@konzeptwerkstatt/monitoring';
import type { ReportWords, WordedUnit } from './words/report-words.js';

const qualified = ['approx', 'rounded', 'less_than', 'more_than', 'derived'] as const;
const statuses = ['provisional', 'revised', 'estimated'] as const;

/** A distance between two shares is in percentage points. */
const distanceUnit = ({ unit, unitLabel }: WordedUnit, { t }: ReportWords): WordedUnit => (unit === 'percent' ? { unit: 'percentage_points', unitLabel: t('value.points') } : { unit, unitLabel });

/** Which part of the population, in the words it was recorded with. */
export const partsWord = ({ parts }: SheetValue, { t }: ReportWords): string => (parts.length === 0 ? t('group.all') : parts.map(({ value }) => value.replaceAll('_', ' ')).join(', '));

/** A value with its unit; that there is none, or that it is not shown. */
export function valueWord({ unit, unitLabel }: IndicatorSheet, { value, decimals, qualifier, isSuppressed }: SheetValue, { t, quantity }: ReportWords): string {
  if (value === null) return t(isSuppressed ? 'value.suppressed' : 'value.none');
  const written = quantity(value, { unit, unitLabel }, decimals);
  const kind = qualified.find((known) => known === qualifier);
  return kind === undefined ? written : t(`value.${kind}`, { value: written });
}

/** What stands beside a value: why there is none, how settled it is, how it was counted, whether it fits its counts, what to mind. */
export function remarksOf(sheet: IndicatorSheet, value: SheetValue, { t, number, quantity }: ReportWords): string {
  const { isSuppressed, missingReason, version, disagreement, note, decimals } = value;
  const status = statuses.find((known) => known === value.status);
  const share = (text: string): string => quantity(text, sheet, decimals);
  return [
    isSuppressed ? t('remark.suppressed') : missingReason, status === undefined ? null : t(`observation.${status}`), version === sheet.definition.version ? null : t('remark.counting', { version }),
    disagreement === null ? null : t('remark.share', { computed: share(disagreement.computed), stated: share(value.value ?? ''), numerator: number(disagreement.numerator), denominator: number(disagreement.denominator) }), note,
  ].filter((remark) => remark !== null && remark !== '').join(' ');
}

/** The latest total that says something: a value, or why there is none. */
export const latestTotal = ({ values }: IndicatorSheet): SheetValue | null => values.filter(({ parts }) => parts.length === 0).at(-1) ?? null;

/** The latest value in words: the total, otherwise how far groups are apart, or that there are only groups. */
export function latestWord(sheet: IndicatorSheet, words: ReportWords): string {
  const { t, period } = words;
  const total = latestTotal(sheet);
  if (total !== null) return t('list', { title: valueWord(sheet, total, words), facts: period(total.period) });
  const last = sheet.values.at(-1);
  if (last === undefined) return t('indicators.open-none');
  const gap = sheet.gaps.at(-1);
  return gap === undefined ? t('summary.groups', { period: period(last.period) }) : gapWord(sheet, words, gap);
}

function gapWord(sheet: IndicatorSheet, words: ReportWords, { higher, lower, value, periodTo }: IndicatorSheet['gaps'][number]): string {
  return words.t('summary.gap', { higher, lower, year: periodTo.slice(0, 4), value: words.quantity(value.toFixed(sheet.decimals), distanceUnit(sheet, words), sheet.decimals) });
}

function judgedSentence(sheet: IndicatorSheet, words: ReportWords): string[] {
  const { assessment, decimals } = sheet;
  if (assessment === null) return [];
  const unit = sheet.direction === 'reduce_gap' ? distanceUnit(sheet, words) : sheet;
  const written = (value: number | undefined | null): string => (value === undefined || value === null ? '' : words.quantity(value.toFixed(decimals), unit, decimals));
  const { judgement, latest, expected, previous } = assessment;
  return [words.t(`judged.${judgement}`, { year: String(latest.year), expected: written(expected), previous: written(previous?.value), previousYear: String(previous?.year ?? '') })];
}

function totalSentences(sheet: IndicatorSheet, words: ReportWords): string[] {
  const { t, period } = words;
  const known = sheet.values.filter(({ parts, value }) => parts.length === 0 && value !== null);
  const newest = known.filter(({ version }) => version === known.at(-1)?.version);
  const [first, last] = [newest[0], newest.at(-1)];
  if (first === undefined || last === undefined) return [];
  const latest = t('summary.latest', { value: valueWord(sheet, last, words), period: period(last.period) });
  return first === last ? [latest] : [latest, t('summary.first', { value: valueWord(sheet, first, words), period: period(first.period) })];
}

/** What is known of an indicator, in sentences; empty when nothing is. */
export function summaryOf(sheet: IndicatorSheet, words: ReportWords): string {
  const { t, period } = words;
  const totals = totalSentences(sheet, words);
  const gap = sheet.gaps.at(-1);
  const group = sheet.values.filter(({ parts }) => parts.length > 0).at(-1);
  return [
    ...totals, ...(gap === undefined ? [] : [gapWord(sheet, words, gap)]), ...(totals.length === 0 && gap === undefined && group !== undefined ? [t('summary.groups', { period: period(group.period) })] : []), ...judgedSentence(sheet, words),
    ...(new Set(sheet.values.map(({ version }) => version)).size > 1 ? [t('summary.break')] : []), ...(sheet.values.some(({ isSuppressed }) => isSuppressed) ? [t('summary.hidden')] : []),
  ].join(' ');
}

/** What was promised, in one cell of a table. */
export function targetWord(sheet: IndicatorSheet, words: ReportWords): string {
  const { t, quantity } = words;
  const { direction, corridorLow, corridorHigh, targetValue, targetYear, decimals } = sheet;
  const unit = direction === 'reduce_gap' ? distanceUnit(sheet, words) : sheet;
  const written = (value: number): string => quantity(value.toFixed(decimals), unit, decimals);
  if (direction === 'corridor' && corridorLow !== null && corridorHigh !== null) return t('indicators.corridor', { low: written(corridorLow), high: written(corridorHigh) });
  return targetValue === null || targetYear === null ? t('none') : t('indicators.target', { target: written(targetValue), targetYear: String(targetYear) });
}

/** From where to where it is to go, in a sentence; null where nothing was promised. */
export function pathSentence(sheet: IndicatorSheet, words: ReportWords): string | null {
  const { direction, baselineValue, baselineYear, targetValue, targetYear, decimals } = sheet;
  if (baselineValue === null || baselineYear === null || targetValue === null || targetYear === null) return null;
  const unit = direction === 'reduce_gap' ? distanceUnit(sheet, words) : sheet;
  const written = (value: number): string => words.quantity(value.toFixed(decimals), unit, decimals);
  const path = words.t('indicators.path', { baseline: written(baselineValue), baselineYear: String(baselineYear), target: written(targetValue), targetYear: String(targetYear) });
  return sheet.pathVersion === sheet.definition.version ? path : `${path} ${words.t('indicators.path-of-before')}`;
}
