import type { GoalIndicatorFragment } from '@konzeptwerkstatt/web-data';
import { useLanguage, useText } from '@konzeptwerkstatt/web-ui';

/** The latest value in words: the total, otherwise how far groups are apart, or that there are groups; or that there is none. */
export function useLatestText(): (indicator: GoalIndicatorFragment) => string {
  const t = useText();
  const { quantity, partialDate } = useLanguage();
  return ({ unit, unitLabel, decimals, latestObservation, latestPart, assessment }) => {
    const shown = latestObservation ?? latestPart;
    if (shown === null) return t('concept.standing.indicator-none');
    const period = partialDate({ from: shown.periodFrom, to: shown.periodTo, precision: shown.periodPrecision });
    if (latestObservation?.isSuppressed) return t('concept.standing.indicator-withheld', { period });
    if (latestObservation) {
      const { value, decimals: own, qualifier } = latestObservation;
      return value === null ? t('concept.standing.indicator-missing', { period }) : t('concept.standing.indicator-value', { value: quantity(value, { key: unit, label: unitLabel }, own), qualifier: qualifier.toLowerCase(), period });
    }
    if (assessment === null) return t('concept.standing.indicator-parts', { period });
    const distance = unit === 'percent' ? { key: 'percentage_points', label: t('concept.standing.points') } : { key: unit, label: unitLabel };
    return t('concept.standing.indicator-gap', { value: quantity(assessment.value.toFixed(decimals), distance, decimals), year: String(assessment.year) });
  };
}
