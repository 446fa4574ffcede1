import type { MeasureStatus } from '@konzeptwerkstatt/web-data';
import type { BarPart, Translate } from '@konzeptwerkstatt/web-ui';

interface StatusCount {
  readonly status: MeasureStatus | null;
  readonly count: number;
}

/** The word for how far a measure is. */
export const statusWord = (t: Translate, status: MeasureStatus | null): string => (status === null ? t('concept.measure.noStatus') : t(`concept.measureStatus.${status.toLowerCase()}`));

/** Counts as parts of a bar, in the order in which measures go through the states. */
export const statusParts = (t: Translate, counts: readonly StatusCount[]): BarPart[] => counts.map(({ status, count }) => ({ key: status ?? 'none', label: statusWord(t, status), count }));
