/** Longest short name. */
export const MAX_KEY_LENGTH = 80;

const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** Whether a text may be the short name of an indicator in files and scripts. */
export const isKey = (key: string): boolean => key.length <= MAX_KEY_LENGTH && /^[a-z][a-z0-9_]*$/.test(key);

/** A short name for what is called so: „Anteil der Kinder (Kita)“ becomes `anteil_der_kinder_kita`. */
export function keyOfName(name: string): string {
  const plain = name.toLowerCase().replace(/[äöüß]/g, (letter) => letters[letter] ?? letter).normalize('NFD').replace(/\p{M}/gu, '');
  const key = plain.replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+|_+$/g, '').slice(0, 60).replace(/_+$/, '');
  return key === '' ? 'indicator' : key;
}

/** The key itself, or the first of key_2, key_3 … that nobody has. */
export function freeKey(key: string, taken: ReadonlySet<string>): string {
  let candidate = key;
  for (let number = 2; taken.has(candidate); number += 1) candidate = `${key}_${number}`;
  return candidate;
}
