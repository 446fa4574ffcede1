/** Letters and digits that nobody takes for one another (Crockford's base 32): five bits each. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Forty bits. */
export const CODE_LENGTH = 8;

/** A code as it is stored, from what somebody typed: blanks and dashes do not count, and letters that look like digits are these. Null when it cannot be one. */
export function readGuestCode(text: string): string | null {
  if (text.length > 40) return null;
  const code = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return code.length === CODE_LENGTH && [...code].every((letter) => CODE_ALPHABET.includes(letter)) ? code : null;
}

/** A code as it stands on a poster: `7KQ2-M9TD`. */
export const printedGuestCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** A recovery phrase as it is hashed, from what somebody typed. Null when it cannot be one. */
export function readRecoveryPhrase(text: string): string | null {
  if (text.length > 200) return null;
  const words = text.toLowerCase().split(/[^a-z]+/).filter((word) => word !== '');
  return words.length === PHRASE_WORDS ? words.join(' ') : null;
}

/** Words of a recovery phrase: forty bits. */
export const PHRASE_WORDS = 5;
