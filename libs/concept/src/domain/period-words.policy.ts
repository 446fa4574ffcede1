import { formatPeriod, germanWords, InvalidPeriod, parsePartialDate, parsePeriod } from '@konzeptwerkstatt/document-model';
import type { PartialDate } from '@konzeptwerkstatt/document-model';

const months = Array.from({ length: 12 }, (_, index) => germanWords.period(`2000-${String(index + 1).padStart(2, '0')}/2000-${String(index + 1).padStart(2, '0')}`).split(' ')[0]?.toLocaleLowerCase('de') ?? '');

/** One end as people write it in a cell: `2025`, `1. Quartal 2025`, `Q1 2025`, `März 2025`, `03/2025`, or as the document stores it. */
function readEnd(text: string): PartialDate | null {
  const plain = text.trim();
  const quarter = /^(?:Q\s*([1-4])|([1-4])\.\s*Quartal)\s*\/?\s*(\d{4})$/i.exec(plain);
  if (quarter) return parsePartialDate(`${quarter[3]}-Q${quarter[1] ?? quarter[2]}`);
  const numbered = /^(\d{1,2})\s*[./]\s*(\d{4})$/.exec(plain);
  if (numbered) return parsePartialDate(`${numbered[2]}-${(numbered[1] ?? '').padStart(2, '0')}`);
  const named = /^(\p{L}+)\s+(\d{4})$/u.exec(plain);
  const month = named === null ? -1 : months.indexOf((named[1] ?? '').toLocaleLowerCase('de'));
  if (named !== null && month >= 0) return parsePartialDate(`${named[2]}-${String(month + 1).padStart(2, '0')}`);
  return parsePartialDate(plain);
}

function ends(text: string): [string, string] | null {
  const since = /^(?:ab|seit)\s+(.+?)(?:\s*,?\s*unbefristet)?$/i.exec(text);
  if (since?.[1] !== undefined) return [since[1], ''];
  const range = text.split(/\s+bis\s+|\s*[–—]\s*|\s+-\s+/i);
  if (range.length === 2) return [range[0] ?? '', range[1] ?? ''];
  return range.length === 1 ? [text, text] : null;
}

/** Longer than any period in words. Also bounds the patterns above, whose time grows with more than the length of what they are given. */
const MAX_LENGTH = 100;

/** A period in German words as the document stores it; null when it is none. Understands everything that `germanWords.period` says. */
export function readPeriodWords(text: string): string | null {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length > MAX_LENGTH) return null;
  const stored = /^\d{4}(-\w+)?\/(\.\.|\d{4}(-\w+)?)$/.test(plain) ? plain.split('/') : null;
  const both = stored !== null ? [stored[0] ?? '', stored[1] === '..' ? '' : stored[1] ?? ''] : /^\d{1,2}\/\d{4}$/.test(plain) ? [plain, plain] : ends(plain);
  if (both === null) return null;
  const [from, to] = [readEnd(both[0] ?? ''), both[1] === '' ? null : readEnd(both[1] ?? '')];
  if (from === null || (both[1] !== '' && to === null)) return null;
  try {
    return formatPeriod(parsePeriod(formatPeriod({ from, to })));
  } catch (error) {
    if (error instanceof InvalidPeriod) return null;
    throw error;
  }
}
