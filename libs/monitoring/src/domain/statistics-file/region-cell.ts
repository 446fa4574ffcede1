import { plainWords, wordsOf } from './statistics-sheet.js';
import type { StatisticsCell } from './statistics-sheet.js';

/** A region that figures can be about, as far as files name it. */
export interface KnownRegion {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly kind: string;
  readonly ags: string | null;
}

/** An official key as it should be written, and what was mended. */
export interface RegionKeyReading {
  /** `DG`, or 2, 3, 5 or 8 digits: Land, Regierungsbezirk, Kreis, municipality. */
  readonly key: string;
  /** Whether a leading zero came back that spreadsheets drop. */
  readonly hadLostZero: boolean;
}

const lengths: ReadonlySet<number> = new Set([2, 3, 5, 8]);
/** Länder that never had Regierungsbezirke: the third digit of their keys is 0. */
const UNDIVIDED: ReadonlySet<string> = new Set(['01', '02', '04', '10', '11', '12', '13', '16']);
const canBeKey = (key: string): boolean => lengths.has(key.length) && Number(key.slice(0, 2)) >= 1 && Number(key.slice(0, 2)) <= 16 && (key.length === 2 || key[2] === '0' || !UNDIVIDED.has(key.slice(0, 2)));

/** The municipality of a Regionalschlüssel: without the four digits of its association. */
const withoutAssociation = (key: string): string => (key.length === 12 ? key.slice(0, 5) + key.slice(9) : key);

/**
 * Reads an official municipality key (AGS; a Regionalschlüssel of 12 digits too). One digit too few with a Land below 10 is a lost leading zero: `3241001` is `03241001`.
 * @returns null for what is no key
 */
export function readRegionKey(cell: StatisticsCell): RegionKeyReading | null {
  const text = wordsOf(cell).replace(/^'/, '').toUpperCase();
  if (text === 'DG') return { key: text, hadLostZero: false };
  if (!/^\d{1,12}$/.test(text)) return null;
  const full = withoutAssociation(text);
  if (canBeKey(full)) return { key: full, hadLostZero: false };
  const mended = withoutAssociation(`0${text}`);
  return text[0] !== '0' && canBeKey(mended) ? { key: mended, hadLostZero: true } : null;
}

/**
 * The region of a key. A town that is its own Kreis has a municipality's key too: `14713` and `14713000` are Leipzig; the same holds for a town that is a Land.
 * `DG` is Germany.
 */
export function regionOfKey(key: string, regions: readonly KnownRegion[]): KnownRegion | null {
  if (key === 'DG') return regions.find(({ kind }) => kind === 'country') ?? null;
  const short = (ags: string | null): string => (ags ?? '').replace(/^(\d{5})000$/, '$1');
  return regions.find(({ ags }) => ags === key) ?? regions.find(({ ags }) => ags !== null && (short(ags) === short(key) || (key.length === 2 && ags === key.padEnd(8, '0')))) ?? null;
}

/** `Leipzig, Stadt`, `Solingen, kreisfreie Stadt`, `Köln (NRW)`: what stands behind a name. */
const plainName = (words: string): string => plainWords(words).replace(/[,(].*$/, '').trim();

/** The one region of that name or short name; `Rostock` is the `Hanse- und Universitätsstadt Rostock`. Null when there is none, or more than one. */
export function regionOfName(words: string, regions: readonly KnownRegion[]): KnownRegion | null {
  const name = plainName(words);
  if (name === '') return null;
  const one = (found: readonly KnownRegion[]): KnownRegion | null => (found.length === 1 ? (found[0] ?? null) : null);
  return one(regions.filter(({ label }) => plainWords(label) === plainWords(words))) ?? one(regions.filter(({ key, label }) => plainName(label) === name || key === name)) ?? one(regions.filter(({ label }) => plainName(label).endsWith(` ${name}`)));
}
