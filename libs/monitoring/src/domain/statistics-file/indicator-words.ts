import type { ReferenceDateType } from '../definition.entity.js';
import { plainWords } from './statistics-sheet.js';

/** An indicator as far as files are read for it. */
export interface KnownIndicator {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly unitLabel: string;
  readonly decimals: number;
  /** How carefully its values are handled: `open`, `personal`, `special`. */
  readonly sensitivity: string;
  /** Whether shares outside of 0 to 100 % are possible. */
  readonly mayExceedHundred: boolean;
  /** Ids of its definitions by version; new values follow the newest. */
  readonly definitions: ReadonlyMap<number, string>;
  /** What day or time the newest definition counts for. */
  readonly referenceDateType: ReferenceDateType | null;
}

/** The indicator of that key or name, or with that name and its unit behind it; null when there is none. */
export function indicatorOfWords(words: string, indicators: readonly KnownIndicator[]): KnownIndicator | null {
  const plain = plainWords(words);
  if (plain === '') return null;
  const namesOf = ({ key, name, unitLabel }: KnownIndicator): string[] => [key, plainWords(name), plainWords(`${name} (${unitLabel})`), plainWords(`${name} in ${unitLabel}`), plainWords(`${name} (in ${unitLabel})`)];
  const found = indicators.filter((indicator) => namesOf(indicator).includes(plain));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The version that new values follow. */
export const newestVersion = ({ definitions }: Pick<KnownIndicator, 'definitions'>): number => Math.max(0, ...definitions.keys());
