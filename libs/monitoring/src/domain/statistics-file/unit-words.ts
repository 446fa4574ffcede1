import { plainWords } from './statistics-sheet.js';

/** Words for units that files and indicators use; what is not among them says nothing. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  percent: ['%', 'prozent', 'percent', 'in %', 'v. h.', 'v.h.', 'vh'],
  permille: ['‰', 'promille', 'je 1.000', 'je 1000'],
  thousand: ['1000', '1 000', '1.000', 'in 1.000', 'in 1000', 'tausend', 'tsd.', 'tsd'],
  million: ['mill.', 'mio.', 'mio', 'millionen'],
  count: ['anzahl', 'personen', 'persons', 'count', 'einwohner', 'einwohner:innen', 'fälle', 'number', 'rank'],
  money: ['eur', 'euro', '€', 'eur_per_month'],
  'thousand money': ['1000 eur', 'tsd. eur', 'tsd. euro', 't€'],
  years: ['jahre', 'years'],
};

/** What a unit counts in; null when the words are not known. */
export function unitKind(words: string): string | null {
  const plain = plainWords(words);
  return Object.keys(kinds).find((kind) => kinds[kind]?.includes(plain)) ?? null;
}

/** Whether a unit that a file names can be that of an indicator. Words that are not known fit everything: only what is surely wrong is refused. */
export function unitFits(words: string, { unit, unitLabel }: { readonly unit: string; readonly unitLabel: string }): boolean {
  const [said, meant] = [unitKind(words), unitKind(unit) ?? unitKind(unitLabel)];
  return said === null || meant === null || said === meant;
}
