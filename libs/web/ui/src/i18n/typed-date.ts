const months: readonly (readonly string[])[] = [
  ['januar', 'jan', 'jänner', 'january'], ['februar', 'feb', 'february'], ['märz', 'mär', 'maerz', 'march', 'mar'], ['april', 'apr'], ['mai', 'may'], ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'], ['august', 'aug'], ['september', 'sep', 'sept'], ['oktober', 'okt', 'october', 'oct'], ['november', 'nov'], ['dezember', 'dez', 'december', 'dec'],
];
const seasons: Readonly<Record<string, string>> = {
  frühjahr: 'spring', frühling: 'spring', spring: 'spring', sommer: 'summer', summer: 'summer', herbst: 'autumn', autumn: 'autumn', winter: 'winter',
};
const words: Readonly<Record<string, string>> = { jährlich: 'yearly', 'every year': 'yearly', yearly: 'yearly', 'ohne datum': 'undated', undated: 'undated' };

const two = (digits: string): string => digits.padStart(2, '0');

/** `Mai 1990`, `Herbst 2017`. */
function readNamed(text: string): string | null {
  const [, name, year] = /^(\p{L}+)\.? (\d{4})$/u.exec(text) ?? [];
  if (name === undefined) return null;
  const season = seasons[name];
  if (season) return `${year}-${season}`;
  const month = months.findIndex((names) => names.includes(name));
  return month < 0 ? null : `${year}-${two(String(month + 1))}`;
}

/** `29. Januar 2020`, `29.1.2020`. */
function readDay(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text) ?? [];
  if (day && month) return `${year}-${two(month)}-${two(day)}`;
  const [, number, rest] = /^(\d{1,2})\.? (\p{L}+\.? \d{4})$/u.exec(text) ?? [];
  const named = rest ? readNamed(rest) : null;
  return number && named && /-\d\d$/.test(named) ? `${named}-${two(number)}` : null;
}

/** `Q3 2025`, `3. Quartal 2025`, `2025-q3`, `03/2025`, `1990er`. */
function readUnit(text: string): string | null {
  const quarter = /^q?([1-4])(?:\. ?quartal|\/| )+ ?(\d{4})$/.exec(text);
  if (quarter && /q/.test(text)) return `${quarter[2]}-Q${quarter[1]}`;
  const isoQuarter = /^(\d{4})[-/ ]?q([1-4])$/.exec(text);
  if (isoQuarter) return `${isoQuarter[1]}-Q${isoQuarter[2]}`;
  const month = /^(\d{1,2})[./] ?(\d{4})$/.exec(text);
  if (month) return `${month[2]}-${two(month[1] ?? '')}`;
  const decade = /^(\d{3}0)(?:er(?:[- ]jahre)?|s)$/.exec(text);
  return decade ? `${decade[1]}s` : null;
}

/** `1. Halbjahr 2025`, `H2 2025`, `2025-h1`: the range of its months. */
function readHalfYear(text: string): string | null {
  const [, half, year] = /^(?:h([12])|([12])\. ?(?:halbjahr|hj\.?))[ /](\d{4})$/.exec(text)?.filter((part) => part !== undefined) ?? [];
  const [, isoYear, isoHalf] = /^(\d{4})[-/ ]?h([12])$/.exec(text) ?? [];
  const [found, at] = half === undefined ? [isoHalf, isoYear] : [half, year];
  if (found === undefined || at === undefined) return null;
  return found === '1' ? `${at}-01/${at}-06` : `${at}-07/${at}-12`;
}

function readEnd(text: string): string | null {
  if (/^\d{4}(-\d{2}){0,2}$/.test(text)) return text;
  return readDay(text) ?? readNamed(text) ?? readUnit(text);
}

/** What stands between the two ends of a range; a slash comes last, because it also stands within a month. */
const ranges: readonly RegExp[] = [/ ?[–—] ?| bis | to | - /, / ?\/ ?/, /(?<=^\d{4})-(?=\d{4}$)/];

function readRange(text: string, separator: RegExp): string | null {
  const ends = text.split(separator).map(readEnd);
  return ends.length === 2 && ends[0] && ends[1] ? `${ends[0]}/${ends[1]}` : null;
}

/**
 * What somebody typed as a date, in the API's form: `29.1.2020` → `2020-01-29`, `Mai 1990` → `1990-05`, `Herbst 2017` → `2017-autumn`,
 * `Q3 2025` → `2025-Q3`, `1. Halbjahr 2025` → `2025-01/2025-06`, `2017–2018` → `2017/2018`. What it does not understand stays as it is; the server says what is wrong with it.
 */
export function readTypedDate(typed: string): string {
  const text = typed.trim().replace(/\s+/g, ' ').toLowerCase();
  const single = words[text] ?? readHalfYear(text) ?? readEnd(text);
  if (single !== null) return single;
  return ranges.map((separator) => readRange(text, separator)).find((range) => range !== null) ?? typed.trim();
}
