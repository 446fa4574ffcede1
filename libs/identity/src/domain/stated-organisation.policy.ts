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

/** The only one there is; null where there is none, or several. */
const only = (ids: readonly string[]): string | null => (ids.length === 1 ? (ids[0] ?? null) : null);

/**
 * For the organisations of a municipality, which one the words name with which a guest says where she comes from: the only one that is called so, or else, where none is, the only one whose name begins so
 * or with which the words begin. Words that could mean several name none, and whoever runs the gathering says who is meant. It decides about whom an organisation is asked, and so for whom its people may say yes.
 */
export function organisationNamed(organisations: readonly OrganisationNames[]): (stated: string | null) => string | null {
  const all = organisations.map(({ id, name, shortName }) => ({ id, names: [name, shortName ?? ''].map(plain).filter((known) => known.length >= LEAST_LENGTH) }));
  const idsWhere = (fits: (known: string) => boolean): string[] => all.filter(({ names }) => names.some(fits)).map(({ id }) => id);
  return (stated) => {
    const words = plain(stated ?? '');
    if (words.length < LEAST_LENGTH) return null;
    const called = idsWhere((known) => known === words);
    return only(called.length > 0 ? called : idsWhere((known) => begins(words, known)));
  };
}
