/** What an organisation is called. */
export interface OrganisationNames {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
}

/** Shorter words name nobody in particular. */
const LEAST_LENGTH = 3;

/** Letters and digits only, in small letters without marks, with one blank between words. */
const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Whether one of two plain texts is the other, or begins with it as whole words: “Viele Stimmen” is “Viele Stimmen e. V.”. */
const begins = (one: string, other: string): boolean => `${one} `.startsWith(`${other} `) || `${other} `.startsWith(`${one} `);

/**
 * For the organisations of a municipality, which of them the words name with which a guest says where she comes from: those that are called so, or else the only one whose name begins so or with which the words begin.
 * Words that could mean several name none. It decides about whom an organisation is asked, and so for whom its people may say yes.
 */
export function organisationsNamed(organisations: readonly OrganisationNames[]): (stated: string | null) => readonly string[] {
  const all = organisations.map(({ id, name, shortName }) => ({ id, names: [name, shortName ?? ''].map(plain).filter((known) => known.length >= LEAST_LENGTH) }));
  const idsWhere = (fits: (known: string) => boolean): string[] => all.filter(({ names }) => names.some(fits)).map(({ id }) => id);
  return (stated) => {
    const words = plain(stated ?? '');
    if (words.length < LEAST_LENGTH) return [];
    const called = idsWhere((known) => known === words);
    if (called.length > 0) return called;
    const meant = idsWhere((known) => begins(words, known));
    return meant.length === 1 ? meant : [];
  };
}
