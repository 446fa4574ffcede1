import type { Translate } from '@konzeptwerkstatt/web-ui';
import type { Indicator, PageChart, PageObservation } from './chart-model.js';

/** How numbers and periods are written in the reader's language. */
export interface Wording {
  readonly t: Translate;
  /** A value as somebody stated it, with how exact it is. */
  readonly stated: (observation: PageObservation) => string;
  /** A number in the indicator's unit. */
  readonly value: (value: string | number) => string;
  /** A distance between two values; of shares in percentage points. */
  readonly distance: (value: number) => string;
  readonly period: (observation: PageObservation) => string;
}

function lineSentences({ lines }: PageChart, { t, stated, period }: Wording): string[] {
  const newest = Math.max(...lines.map(({ version }) => version));
  const [only, ...others] = lines.filter(({ version }) => version === newest);
  if (!only || others.length > 0) return [];
  const [first, last] = [only.points[0], only.points.at(-1)];
  if (!first || !last) return [];
  const latest = t('monitoring.summary.latest', { value: stated(last.observation), period: period(last.observation) });
  return first === last ? [latest] : [latest, t('monitoring.summary.first', { value: stated(first.observation), period: period(first.observation) })];
}

function judgementSentences({ assessment, direction }: Indicator, { t, value: valueOf, distance }: Wording): string[] {
  if (!assessment) return [];
  // What is judged there is the distance between groups.
  const value = direction === 'REDUCE_GAP' ? distance : valueOf;
  const { judgement, year, expected, previousValue, previousYear } = assessment;
  return [t(`monitoring.judgement.${judgement}.sentence`, {
    year: String(year), value: value(assessment.value), expected: expected === null ? '' : value(expected), previous: previousValue === null ? '' : value(previousValue), previousYear: String(previousYear ?? ''),
  })];
}

function gapSentences({ gaps }: Indicator, { t, distance }: Wording): string[] {
  const last = gaps.at(-1);
  if (!last) return [];
  const first = gaps.find(({ definitionVersion }) => definitionVersion === last.definitionVersion);
  const facts = { higher: last.higher, lower: last.lower, year: last.periodTo.slice(0, 4), value: distance(last.value) };
  const sentence = t('monitoring.summary.gap', facts);
  return first && first !== last ? [sentence, t('monitoring.summary.gap-before', { year: first.periodTo.slice(0, 4), value: distance(first.value) })] : [sentence];
}

/** What the chart says, in sentences: the latest value, how it stands, how far groups are apart, where counting changed, what is withheld. */
export function chartSentences(model: PageChart, indicator: Indicator, isJudged: boolean, wording: Wording): string[] {
  const { t } = wording;
  return [
    ...lineSentences(model, wording),
    ...(isJudged ? [...gapSentences(indicator, wording), ...judgementSentences(indicator, wording)] : []),
    ...(model.breaks.length > 0 ? [t('monitoring.summary.break', { count: model.breaks.length })] : []),
    ...(model.hidden.length > 0 ? [t('monitoring.summary.hidden')] : []),
  ];
}
