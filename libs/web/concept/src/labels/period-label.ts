import type { Translate } from '@konzeptwerkstatt/web-ui';
import { InvalidPeriod, parsePeriod } from '@konzeptwerkstatt/document-model';
import { showEnd } from '../editor/blocks/period-text.js';

/** A stored period in words ("Q1 2026 bis 2027", "ab 2026, unbefristet"). A text that is no period shows as it stands. */
export function periodLabel(t: Translate, period: string): string {
  try {
    const { from, to } = parsePeriod(period);
    if (to === null) return t('concept.period.since', { from: showEnd(from) });
    return from.text === to.text ? showEnd(from) : t('concept.period.range', { from: showEnd(from), to: showEnd(to) });
  } catch (error) {
    if (error instanceof InvalidPeriod) return period;
    throw error;
  }
}
