import { DOCUMENT_LANGUAGES, documentWords, formatPeriod, InvalidPeriod, parsePartialDate, parsePeriod } from '@konzeptwerkstatt/document-model';
import type { PartialDate } from '@konzeptwerkstatt/document-model';

/** Number of a month by its name in any language of documents. */
const months: ReadonlyMap<string, string> = new Map(DOCUMENT_LANGUAGES.flatMap((language) => Array.from({ length: 12 }, (_, index): [string, string] => {
  const month = String(index + 1).padStart(2, '0');
  return [documentWords(language).period(`2000-${month}/2000-${month}`).split(' ')[0]?.toLocaleLowerCase('de') ?? '', month];
})));

/** One end as people write it in a cell: `2025`, `1. Quartal 2025`, `quarter 1 of 2025`, `Q1 2025`, `März 2025`, `03/2025`, or as the document stores it. */
function readEnd(text: string): PartialDate | null {
  const plain = text.trim();
  const quarter = /^(?:(?:Q|quarter|الربع)\s*([1-4])|([1-4])\.\s*Quartal)\s*(?:\/|of\s|من\s)?\s*(\d{4})$/i.exec(plain);
  if (quarter) return parsePartialDate(`${quarter[3]}-Q${quarter[1] ?? quarter[2]}`);
  const numbered = /^(\d{1,2})\s*[./]\s*(\d{4})$/.exec(plain);
  if (numbered) return parsePartialDate(`${numbered[2]}-${(numbered[1] ?? '').padStart(2, '0')}`);
  const [, name = '', year = ''] = /^(\p{L}+)\s+(\d{4})$/u.exec(plain) ?? [];
  const month = months.get(name.toLocaleLowerCase('de'));
  return parsePartialDate(month === undefined ? plain : `${year}-${month}`);
}

function ends(text: string): [string, string] | null {
  const since = /^(?:ab|seit|from|since|من|منذ)\s+(.+?)(?:\s*,?\s*(?:unbefristet|open-ended))?$/i.exec(text)?.[1];
  const range = (since ?? text).split(/\s+(?:bis|to|until|إلى|حتى)\s+|\s*[–—]\s*|\s+-\s+/i);
  if (range.length === 2) return [range[0] ?? '', range[1] ?? ''];
  if (range.length > 2) return null;
  return since === undefined ? [text, text] : [since, ''];
}

/** Longer than any period in words. Also bounds the patterns above, whose time grows with more than the length of what they are given. */
const MAX_LENGTH = 100;

/** A period in words as the document stores it; null when it is none. Understands everything that a document says of one, in each language. */
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
