/** Shorter words name nobody in particular. */
const LEAST_LENGTH = 3;

/** Letters and digits only, in small letters without marks, with one blank between words. */
const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Whether one is the other, or begins with it as whole words: “Viele Stimmen” is “Viele Stimmen e. V.”. */
const begins = (one: string, other: string): boolean => `${one} `.startsWith(`${other} `) || `${other} `.startsWith(`${one} `);

/** Whether the words with which a guest says where she comes from name an organisation. It decides about whom the organisation is asked, and so for whom its people may say yes. */
export function namesOrganisation(stated: string | null, { name, shortName }: { readonly name: string; readonly shortName: string | null }): boolean {
  const words = plain(stated ?? '');
  return words.length >= LEAST_LENGTH && [name, shortName ?? ''].map(plain).some((known) => known.length >= LEAST_LENGTH && begins(words, known));
}
