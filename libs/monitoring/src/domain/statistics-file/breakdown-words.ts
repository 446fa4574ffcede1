import { keysByWords } from '../indicator-table.words.js';
import { plainWords, wordsOf } from './statistics-sheet.js';
import type { StatisticsCell } from './statistics-sheet.js';

const totals: ReadonlySet<string> = new Set(['', 'insgesamt', 'gesamt', 'zusammen', 'total', 'alle', 'alle altersgruppen', 'summe', 'gesamtbevölkerung']);
/** More parts, and longer ones, no breakdown has. */
const [MAX_PARTS, MAX_LENGTH] = [6, 100];

/** What official files call the dimensions of a breakdown. */
const dimensions: Readonly<Record<string, readonly string[]>> = {
  district: ['stadtteil', 'ortsteil', 'bezirk', 'stadtbezirk'], group: ['gruppe', 'bevölkerungsgruppe', 'personengruppe'], municipality_size: ['gemeindegröße', 'gemeindegrößenklasse'],
  age: ['alter', 'altersgruppe', 'altersgruppen', 'altersjahre'], gender: ['geschlecht'], nationality: ['staatsangehörigkeit', 'nationalität', 'deutsche/ausländer', 'ausländer'],
};

const ownDimensions = keysByWords((words) => words.dimensions, plainWords);

/** Whether the words mean everybody. */
export const isTotal = (cell: StatisticsCell | undefined): boolean => totals.has(plainWords(cell));

const tidy = (words: string): string => words.replace(/[=;\s\u00a0]+/g, ' ').trim().slice(0, MAX_LENGTH);

/** The key of a dimension that is known by that name, otherwise the name itself. */
function dimensionOf(name: string): string {
  const plain = plainWords(name);
  return Object.keys(dimensions).find((key) => key === plain || dimensions[key]?.includes(plain)) ?? ownDimensions[plain] ?? (tidy(name) || 'group');
}

/** One part of the population as `name=value`; null for everybody. */
export function breakdownPart(name: string, cell: StatisticsCell | undefined): string | null {
  return isTotal(cell) ? null : `${dimensionOf(name)}=${tidy(wordsOf(cell))}`;
}

/** Parts as they are stored: sorted, joined by `;`, empty for the total. */
export function joinParts(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).sort().join(';');
}

/** A whole breakdown as our own files write it: `age=under_5;…`, or in words `Alter: under 5, …`. @returns null when it is none */
export function readBreakdown(cell: StatisticsCell): string | null {
  const words = wordsOf(cell).replace(/^'/, '');
  const parts = words.includes('=') ? words.split(';') : words.split(/, (?=[^,:]+: )/).map((part) => part.replace(': ', '='));
  const isWhole = parts.length <= MAX_PARTS && parts.every((part) => part.length <= 2 * MAX_LENGTH && /^[^=;]+=[^=;]+$/.test(part));
  return isWhole ? joinParts(parts.map((part) => { const [name = '', value = ''] = part.split('='); return `${dimensionOf(name)}=${tidy(value)}`; })) : null;
}

/** The same part of the population is the same text, whether a file has its blanks as such: `under_5` is `under 5`. */
export const sameBreakdown = (breakdown: string): string => breakdown.toLocaleLowerCase('de').replaceAll('_', ' ');
