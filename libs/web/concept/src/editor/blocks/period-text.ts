import { formatPeriod, parsePartialDate, parsePeriod } from '@konzeptwerkstatt/document-model';
import type { PartialDate, PeriodProblem } from '@konzeptwerkstatt/document-model';
import { InvalidPeriod } from '@konzeptwerkstatt/document-model';

/** The two ends of a period as somebody types them: `2025`, `2025-Q1` or `2025-03`, or as people write them: `Q1 2025`, `03/2025`. */
export interface PeriodDraft {
  readonly from: string;
  readonly to: string;
  readonly isOpenEnded: boolean;
}

export type DraftProblem = PeriodProblem | 'PERIOD_INCOMPLETE';

/** One end, forgiving about how it is written; null when it is no year, quarter or month. */
export function readEnd(text: string): PartialDate | null {
  const plain = text.trim();
  const quarter = /^(?:Q|q)?\s*([1-4])\s*(?:\.\s*Quartal)?\s*[/ ]\s*(\d{4})$/.exec(plain) ?? /^[Qq]([1-4])\s+(\d{4})$/.exec(plain);
  const month = /^(\d{1,2})\s*[./]\s*(\d{4})$/.exec(plain);
  if (/[Qq]/.test(plain) && quarter) return parsePartialDate(`${quarter[2]}-Q${quarter[1]}`);
  if (month?.[1]) return parsePartialDate(`${month[2]}-${month[1].padStart(2, '0')}`);
  return parsePartialDate(plain.replace(/^(\d{4})[-/ ]?[Qq]([1-4])$/, '$1-Q$2'));
}

/** The stored text of a draft, null for an empty one, or what is wrong with it. */
export function readDraft(draft: PeriodDraft): { value: string | null } | { problem: DraftProblem } {
  if (draft.from.trim() === '' && (draft.isOpenEnded ? true : draft.to.trim() === '')) return { value: null };
  const from = readEnd(draft.from);
  const to = draft.isOpenEnded ? null : readEnd(draft.to);
  if (draft.from.trim() === '' || (!draft.isOpenEnded && draft.to.trim() === '')) return { problem: 'PERIOD_INCOMPLETE' };
  if (!from || (!draft.isOpenEnded && !to)) return { problem: 'PERIOD_MALFORMED' };
  const value = formatPeriod({ from, to });
  try {
    parsePeriod(value);
    return { value };
  } catch (error) {
    if (error instanceof InvalidPeriod) return { problem: error.code };
    throw error;
  }
}

/** Which end to mend when a draft is refused: the one that is missing or not understood, otherwise the later one. */
export function endToMend({ from, to, isOpenEnded }: PeriodDraft): 'from' | 'to' {
  if (isOpenEnded) return 'from';
  if (from.trim() !== '' && to.trim() === '') return 'to';
  return readEnd(from) ? 'to' : 'from';
}

/** One end as people read it: 2025, 1. Quartal 2025, 03/2025. */
export function showEnd(end: PartialDate): string {
  if (end.precision === 'quarter') return `Q${end.text.slice(-1)} ${end.text.slice(0, 4)}`;
  return end.precision === 'month' ? `${end.text.slice(5)}/${end.text.slice(0, 4)}` : end.text;
}

/** The draft that shows a stored period. */
export function draftOf(period: string | null): PeriodDraft {
  if (period === null) return { from: '', to: '', isOpenEnded: false };
  const { from, to } = parsePeriod(period);
  return { from: showEnd(from), to: to ? showEnd(to) : '', isOpenEnded: to === null };
}
