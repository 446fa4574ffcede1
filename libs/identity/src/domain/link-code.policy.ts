/** What people can read from paper and type: no I, L, O and U, which look like others. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Sixteen signs of five bits: 80 bits, which nobody guesses. */
export const CODE_LENGTH = 16;

/** A code for a letter. @param bytes as many random ones as the code has signs */
export function letterCode(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => alphabet[byte % alphabet.length]).join('');
}

/** The code in groups of four, as it stands on paper. */
export function groupedCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}

/** A token as it was made: a code typed from paper without its blanks and hyphens, in capitals, with what is easily misread put right. */
export function normalisedToken(typed: string): string {
  const plain = typed.replaceAll(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const isCode = plain.length === CODE_LENGTH && [...plain].every((sign) => alphabet.includes(sign));
  return isCode ? plain : typed.trim();
}
