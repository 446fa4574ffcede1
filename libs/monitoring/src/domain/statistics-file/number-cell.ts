import type { StatisticsCell } from './statistics-sheet.js';

/** What separates the decimals of a file: `1.234,5` or `1,234.5`. */
export const DECIMAL_SIGNS = ['comma', 'point'] as const;
export type DecimalSign = (typeof DECIMAL_SIGNS)[number];

/** A number of a cell as decimal text (`-12.50`), and the sign of a unit behind it. */
export interface NumberReading {
  readonly value: string;
  /** `%`, `‰` or `€`; null when none stands there. */
  readonly unit: string | null;
}

/** No number is longer; bounds the patterns. */
const MAX_LENGTH = 60;
const GROUPED = { comma: /^[1-9]\d{0,2}(?:([. '])\d{3})(?:\1\d{3})*(?:,\d+)?$/, point: /^[1-9]\d{0,2}(?:([, '])\d{3})(?:\1\d{3})*(?:\.\d+)?$/ } as const;
const PLAIN = { comma: /^\d+(?:,\d+)?$/, point: /^\d+(?:\.\d+)?$/ } as const;

/** One kind of minus, blank and apostrophe for all that people and programs write. */
function tidyNumber(text: string): { body: string; unit: string | null } {
  const tidy = text.slice(0, MAX_LENGTH + 1).trim().replace(/^[−–‒]\s?/, '-').replace(/[\s\u00a0\u2007\u2009\u202f]+/g, ' ').replace(/’/g, "'");
  const unit = /\s?(%|‰|€)$/.exec(tidy);
  return unit === null ? { body: tidy, unit: null } : { body: tidy.slice(0, unit.index), unit: unit[1] ?? null };
}

/** Without zeros in front, and without a minus before nothing. */
function canonical(isNegative: boolean, whole: string, fraction: string): string {
  const digits = whole.replace(/^0+(?=\d)/, '');
  const value = fraction === '' ? digits : `${digits}.${fraction}`;
  return isNegative && /[1-9]/.test(value) ? `-${value}` : value;
}

/** A number that a workbook holds, in full: 1e-7 of nothing is 0. */
function ofNumber(cell: number): NumberReading | null {
  if (!Number.isFinite(cell) || Math.abs(cell) >= 1e18) return null;
  const [whole = '0', fraction = ''] = Math.abs(cell).toFixed(6).split('.');
  return { value: canonical(cell < 0, whole, fraction.replace(/0+$/, '')), unit: null };
}

/**
 * Reads a number with or without separated thousands (point, comma, blank, apostrophe).
 * @param sign of the file; a workbook's own numbers need none
 * @returns null for what is none
 */
export function readNumber(cell: StatisticsCell, sign: DecimalSign): NumberReading | null {
  if (typeof cell === 'number') return ofNumber(cell);
  const { body, unit } = tidyNumber(cell);
  const isNegative = body.startsWith('-');
  const digits = body.replace(/^[-+]/, '');
  if (digits.length > MAX_LENGTH || !(PLAIN[sign].test(digits) || GROUPED[sign].test(digits))) return null;
  const [whole = '', fraction = ''] = digits.split(sign === 'comma' ? ',' : '.');
  return { value: canonical(isNegative, whole.replace(/[., ']/g, ''), fraction), unit };
}

/** Whether the words are a number with either sign, and not the same one: `1.234` is a thousand and more in German, and little more than one elsewhere. */
export function isAmbiguousNumber(cell: StatisticsCell): boolean {
  if (typeof cell === 'number') return false;
  const [comma, point] = [readNumber(cell, 'comma'), readNumber(cell, 'point')];
  return comma !== null && point !== null && comma.value !== point.value;
}

/** What the cells of a file say of its decimal sign. */
export interface DecimalGuess {
  readonly sign: DecimalSign;
  /** False when no cell decides it, or cells say different things, and some can be read both ways. */
  readonly isSure: boolean;
}

/**
 * Decides for the whole file: a cell that is a number with one of the signs only says which it is. Without any such cell it is the German one.
 * Codes with leading zeros and whole numbers say nothing.
 */
export function guessDecimalSign(cells: Iterable<StatisticsCell>): DecimalGuess {
  const said = { comma: 0, point: 0 };
  let ambiguous = 0;
  for (const cell of cells) {
    if (typeof cell === 'number' || !/\d[.,' ]/.test(cell)) continue;
    const [comma, point] = [readNumber(cell, 'comma') !== null, readNumber(cell, 'point') !== null];
    if (comma && point) ambiguous += isAmbiguousNumber(cell) ? 1 : 0;
    else if (comma) said.comma += 1;
    else if (point) said.point += 1;
  }
  const sign = said.point > said.comma ? 'point' : 'comma';
  const isMixed = said.comma > 0 && said.point > 0;
  return { sign, isSure: !isMixed && (ambiguous === 0 || said.comma + said.point > 0) };
}

/** Decimal text with so many decimals, rounded half away from zero. */
export function roundDecimal(value: string, decimals: number): { readonly value: string; readonly isRounded: boolean } {
  const isNegative = value.startsWith('-');
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  const rest = fraction.slice(decimals);
  const up = /^[5-9]/.test(rest) ? 1n : 0n;
  const digits = (BigInt(whole + kept) + up).toString().padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  return { value: canonical(isNegative, digits.slice(0, at), digits.slice(at)), isRounded: /[1-9]/.test(rest) };
}
