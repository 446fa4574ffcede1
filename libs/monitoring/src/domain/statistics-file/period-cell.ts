import { parseObservationPeriod } from '../observation-period.policy.js';
import { isTotal } from './breakdown-words.js';
import { plainWords } from './statistics-sheet.js';
import type { StatisticsCell } from './statistics-sheet.js';

/** A period in the words of `parseObservationPeriod`, or why a cell says none. */
export type PeriodReading = { readonly period: string } | { readonly problem: 'PERIOD_INVALID' | 'DATE_DOES_NOT_EXIST' };

const months: readonly (readonly string[])[] = [
  ['januar', 'jan'], ['februar', 'feb'], ['märz', 'mär', 'mrz'], ['april', 'apr'], ['mai'], ['juni', 'jun'], ['juli', 'jul'], ['august', 'aug'], ['september', 'sep', 'sept'], ['oktober', 'okt'], ['november', 'nov'], ['dezember', 'dez'],
];
const two = (number: string | number): string => String(number).padStart(2, '0');
const roman = ['i', 'ii', 'iii', 'iv'];
/** A half-year has no sign of its own: it is the range of its months. */
const halfYear = (year: string, half: string): string => (half === '1' || half === 'i' ? `${year}-01/${year}-06` : `${year}-07/${year}-12`);

/** `Stichtag 31.12.2020`, `Schuljahr 2020/21`, `am …`: what people write in front of it. */
const before = /^(?:stand|stichtag|zum|am|jahr|schuljahr|sj|berichtsjahr|berichtszeitraum|kindergartenjahr|kitajahr)[\s.:]+/;

type Pattern = readonly [RegExp, (parts: readonly string[]) => string];
const patterns: readonly Pattern[] = [
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, ([, day = '', month = '', year = '']) => `${year}-${two(month)}-${two(day)}`],
  [/^(\d{4})-(\d{2})-(\d{2})(?:[t ][\d:.+z]*)?$/, ([, year = '', month = '', day = '']) => `${year}-${month}-${day}`],
  [/^q ?([1-4])[ /-]?(\d{4})$/, ([, quarter = '', year = '']) => `${year}-Q${quarter}`],
  [/^(\d{4})[ /-]?q([1-4])$/, ([, year = '', quarter = '']) => `${year}-Q${quarter}`],
  [/^([1-4])\. ?(?:quartal|vierteljahr|vj\.?)[ /]?(\d{4})$/, ([, quarter = '', year = '']) => `${year}-Q${quarter}`],
  [/^h(?:j)? ?([12])[ /-]?(\d{4})$/, ([, half = '', year = '']) => halfYear(year, half)],
  [/^(\d{4})[ /-]?h(?:j)? ?([12])$/, ([, year = '', half = '']) => halfYear(year, half)],
  [/^([12]|ii?)\. ?(?:halbjahr|hj\.?)[ /]?(\d{4})$/, ([, half = '', year = '']) => halfYear(year, half)],
  [/^(i{1,3}|iv)[./ ](\d{4})$/, ([, quarter = '', year = '']) => `${year}-Q${roman.indexOf(quarter) + 1}`],
  [/^(\d{1,2})[./](\d{4})$/, ([, month = '', year = '']) => `${year}-${two(month)}`],
  [/^([a-zä]{3,9})\.? (\d{4})$/, ([, name = '', year = '']) => `${year}-${two(months.findIndex((names) => names.includes(name)) + 1)}`],
  [/^(\d{2})(\d{2})[/–](\d{2})$/, ([, century = '', first = '', last = '']) => (Number(last) === (Number(first) + 1) % 100 ? `${century}${first}/${last === '00' ? Number(century) + 1 : century}${last}` : '')],
  [/^(\d{4}) ?[/–-] ?(\d{4})$/, ([, first = '', last = '']) => `${first}/${last}`],
];
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Years that figures are about; a number beyond them is a value. */
export const isYear = (cell: StatisticsCell): boolean => /^(18|19|20)\d\d$/.test(String(cell).trim());

/**
 * Reads what a value is about in time: a year, `31.12.1970`, `2020-12-31`, `2020/21`, a half-year (`1. Halbjahr 2020`, `2020-H1`), a quarter (`Q1 2020`, `1. Quartal 2020`, `I/2020`), a month (`03/2020`, `März 2020`), and what `parseObservationPeriod` takes.
 * `2020/21` covers both years; a school year is never taken for the first of them.
 */
export function readPeriodCell(cell: StatisticsCell): PeriodReading {
  const text = String(cell).slice(0, 80).trim().replace(/[\s\u00a0]+/g, ' ');
  if (isYear(text)) return { period: text };
  const plain = text.toLocaleLowerCase('de').replace(before, '');
  const written = isYear(plain) ? plain : patterns.map(([pattern, write]) => { const parts = pattern.exec(plain); return parts === null ? null : write(parts); }).find((found) => found !== null && found !== '') ?? text;
  if (typeof parseObservationPeriod(written) !== 'string') return { period: written };
  return { problem: isDay(written) ? 'DATE_DOES_NOT_EXIST' : 'PERIOD_INVALID' };
}

/** `QUART1`, `Q1`, `1. Quartal`, `I`: a quarter without its year. */
const quarter = /^(?:q(?:uart)? ?([1-4])|([1-4])\. ?(?:quartal|vierteljahr|vj)|(i{1,3}|iv)(?:\.? ?quartal)?)$/;

/** `HALBJ1`, `H1`, `1. Halbjahr`: a half-year without its year. */
const half = /^(?:h(?:j|albj(?:ahr)?)? ?([12])|([12]|ii?)\. ?(?:halbjahr|hj))$/;

/** Reads the month, quarter or half-year that stands beside a year in a column of its own: `März`, `3`, `MONAT03`, `1. Quartal`, `2. Halbjahr`. Words for all of it are the year. */
export function readPartOfYear(cell: StatisticsCell, year: string): PeriodReading {
  const plain = plainWords(cell).replace(/\.$/, '');
  if (isTotal(plain)) return { period: year };
  const [, halfCode, halfOrdinal] = half.exec(plain) ?? [];
  const foundHalf = halfCode ?? halfOrdinal;
  if (foundHalf !== undefined) return { period: halfYear(year, foundHalf) };
  const [, code, ordinal, letters] = quarter.exec(plain) ?? [];
  const found = code ?? ordinal ?? (letters === undefined ? null : String(roman.indexOf(letters) + 1));
  if (found !== null) return { period: `${year}-Q${found}` };
  const named = months.findIndex((names) => names.includes(plain)) + 1;
  const month = named || Number(/^(?:monat)?(\d{1,2})$/.exec(plain)?.[1] ?? 0);
  return month >= 1 && month <= 12 ? { period: `${year}-${two(month)}` } : { problem: 'PERIOD_INVALID' };
}

/** The period that stands in a longer text such as a head (`2015` over `Köln`, `Bevölkerung am 31.12.2020`), and the words around it; null when there is none, or more than one. */
export function periodInWords(text: string): { readonly period: string; readonly rest: string } | null {
  const whole = readPeriodCell(text);
  if ('period' in whole) return { period: whole.period, rest: '' };
  const found = [...text.slice(0, 300).matchAll(/(?<![\d./-])(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}|(?:19|20)\d\d\/\d{2}(?:\d{2})?|(?:19|20)\d\d)(?![\d/-])/g)];
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  const reading = readPeriodCell(only[0]);
  if (!('period' in reading)) return null;
  // Brackets go with what stood in them; those of the words around stay.
  const rest = `${text.slice(0, only.index)} ${text.slice(only.index + only[0].length)}`.replace(/[\s\u00a0]+/g, ' ').replace(/\( ?\)/g, '').replace(/^[ ,;:·–-]+|[ ,;:·–-]+$/g, '').trim();
  return { period: reading.period, rest };
}
