import { keysByWords } from '../indicator-table.words.js';
import { OBSERVATION_STATUSES } from '../observation.entity.js';
import type { ObservationStatus } from '../observation.entity.js';
import { isAmbiguousNumber, readNumber } from './number-cell.js';
import type { DecimalSign } from './number-cell.js';
import { isEmptyCell, plainWords, wordsOf } from './statistics-sheet.js';
import type { StatisticsCell } from './statistics-sheet.js';

/** What the cell of a value says. */
export type ValueReading =
  | { readonly kind: 'empty' | 'unreadable' }
  | { readonly kind: 'missing'; readonly reason: string }
  | {
    readonly kind: 'value';
    /** Decimal text. */
    readonly value: string;
    /** `%`, `‰` or `€` where it stands in the cell. */
    readonly unit: string | null;
    /** How to read it, where the cell says so. */
    readonly qualifier: 'approx' | 'rounded' | null;
    readonly status: ObservationStatus | null;
    readonly note: string | null;
    /** Whether the other decimal sign would make another number of it. */
    readonly isAmbiguous: boolean;
  };

/** How the cells of a file are read. */
export interface CellRules {
  readonly decimalSign: DecimalSign;
  /** Whether a statistical office wrote it, so that `0` means more than nothing; elsewhere 0 is simply 0. */
  readonly isOfficial: boolean;
}

const inSource = (symbol: string, meaning: string): string => `In der Quelle: „${symbol}“ (${meaning})`;

/**
 * Symbols in place of a value that say why there is none. Meaning after the key to symbols of the Statistische Bundesamt (GENESIS-Online, "Zeichenerklärung", after DIN 55301): `.` unknown or to be kept secret, `...` comes later, `/` not reliable enough,
 * `x` not meaningful there.
 */
const missing: Readonly<Record<string, string>> = {
  '.': 'unbekannt oder geheim zu halten', '...': 'Angabe fällt später an', '/': 'keine Angabe, weil nicht sicher genug', x: 'Angabe nicht sinnvoll', '()': 'Aussagewert eingeschränkt, kein Wert genannt',
  'k. a.': 'keine Angabe', 'k.a.': 'keine Angabe', 'n. v.': 'nicht verfügbar', 'n.v.': 'nicht verfügbar', 'n/a': 'nicht verfügbar',
};
/** Other characters for the same: one for three points, the bullet of older tables. */
const sameAs: Readonly<Record<string, string>> = { '…': '...', '•': '.', '( )': '()', '–': '-', '—': '-', '−': '-' };

const ownStatuses = keysByWords((words) => words.statuses, plainWords);

/** `p`, `r`, `s`, `e` behind a value or in a column of their own, and what people write for it. */
const statuses: Readonly<Record<string, ObservationStatus>> = {
  p: 'provisional', vorläufig: 'provisional', provisional: 'provisional', r: 'revised', berichtigt: 'revised', revidiert: 'revised', revised: 'revised', s: 'estimated', geschätzt: 'estimated', estimated: 'estimated',
  e: 'final', endgültig: 'final', final: 'final',
};

/** How settled a value is, in the words of a column; null for words that say nothing of it. */
export function readStatus(cell: StatisticsCell): ObservationStatus | null {
  const plain = plainWords(cell);
  return statuses[plain] ?? OBSERVATION_STATUSES.find((status) => status === ownStatuses[plain]) ?? null;
}

/** The symbol a cell consists of, in one spelling; null for everything else. */
export function symbolOf(cell: StatisticsCell): string | null {
  const words = plainWords(cell);
  const symbol = sameAs[words] ?? words;
  return symbol === '-' || symbol in missing ? symbol : null;
}

function ofNumber(cell: StatisticsCell, { decimalSign, isOfficial }: CellRules): ValueReading {
  const number = readNumber(cell, decimalSign);
  if (number === null) return { kind: 'unreadable' };
  const isTrace = isOfficial && !/[1-9]/.test(number.value);
  return {
    kind: 'value', ...number, status: null, isAmbiguous: isAmbiguousNumber(cell),
    // After the same key: `0` is less than half of the last digit shown, but more than nothing.
    qualifier: isTrace ? 'rounded' : null, note: isTrace ? inSource('0', 'mehr als nichts, aber weniger als die Hälfte der kleinsten genannten Einheit') : null,
  };
}

/**
 * Reads the cell of a value: a number, a symbol, a number in brackets (of limited meaning) or with `p`, `r`, `s` behind it (provisional, revised, estimated).
 * `-` is nothing at all, hence exactly zero. The meaning of a symbol stays with the value as its note, or as the reason why there is none.
 */
export function readValueCell(cell: StatisticsCell | undefined, rules: CellRules): ValueReading {
  if (cell === undefined || isEmptyCell(cell)) return { kind: 'empty' };
  if (typeof cell === 'number') return ofNumber(cell, rules);
  const symbol = symbolOf(cell);
  if (symbol === '-') return { kind: 'value', value: '0', unit: null, qualifier: null, status: null, isAmbiguous: false, note: inSource('-', 'nichts vorhanden, genau null') };
  if (symbol !== null) return { kind: 'missing', reason: inSource(wordsOf(cell), missing[symbol] ?? '') };
  const suffixed = /^(.{0,60}\d.{0,5}?) ?\(?([prs])\)?$/.exec(cell.trim());
  const status = suffixed === null ? null : readStatus(suffixed[2] ?? '');
  const body = suffixed === null ? cell.trim() : (suffixed[1] ?? '').trim();
  const limited = /^\( ?(.{1,60}?) ?\)$/.exec(body);
  const reading = ofNumber(limited === null ? body : (limited[1] ?? ''), rules);
  if (reading.kind !== 'value') return reading;
  return { ...reading, status, ...(limited === null ? {} : { qualifier: 'approx' as const, note: inSource('( )', 'Aussagewert eingeschränkt') }) };
}

/** Whether a cell can be that of a value, whatever the decimal sign. */
export function looksLikeValue(cell: StatisticsCell | undefined): boolean {
  return (['comma', 'point'] as const).some((decimalSign) => ['value', 'missing'].includes(readValueCell(cell, { decimalSign, isOfficial: false }).kind));
}
