/** Words of the field that a municipality may call otherwise, as everybody knows them: singular and plural. */
const USUAL_WORDS = {
  fieldOfAction: ['Handlungsfeld', 'Handlungsfelder'],
  guidingGoal: ['Leitziel', 'Leitziele'],
  subGoal: ['Teilziel', 'Teilziele'],
  measure: ['Maßnahme', 'Maßnahmen'],
  indicator: ['Indikator', 'Indikatoren'],
} as const;

export type TermKey = keyof typeof USUAL_WORDS;
export const TERM_KEYS = Object.keys(USUAL_WORDS) as readonly TermKey[];

/** A word in singular and plural as it is usual, and as a municipality says it. */
export interface OwnWord {
  readonly usual: readonly [string, string];
  readonly own: readonly [string, string];
}

/** A municipality's terms beside the usual ones. */
export const ownWordsOf = (terms: readonly { readonly key: TermKey; readonly one: string; readonly many: string }[]): OwnWord[] =>
  terms.map(({ key, one, many }) => ({ usual: USUAL_WORDS[key], own: [one, many] }));

/** Ends as sentences do, or has parts that depend on a number. */
const isSentence = (message: string): boolean => /[.?!]$|,/.test(message);

/** Where a word in a label has no article or ending that another word would not fit. */
const labelPlaces = ([one, many]: readonly [string, string]): string =>
  `(?<=^|: )(?:${many}|${one})(?=[ :]|$)|(?<=^(?:Noch keine|Keine|Alle) )${many}(?= |$)|(?<=(?:^| )(?:[Oo]hne|[Aa]ls|[Nn]ach) )${one}(?= |$)`;

/** "Neue" has an ending that another word may not fit: it stands before the word like the name of a list. */
function asNew(words: readonly OwnWord[], label: string): string | null {
  const found = words.find(({ usual: [one], own }) => own[0] !== one && new RegExp(`^Neue[rs]? ${one}$`).test(label));
  return found ? `Neu: ${found.own[0]}` : null;
}

/**
 * How German messages (ICU) are said in a municipality's words: where a word stands alone as a label, behind a number, in the plural behind
 * "keine", or in a label without an article. Inside sentences the usual word stays: articles and endings would not fit another one.
 */
export function inOwnWords(words: readonly OwnWord[]): (message: string) => string {
  if (words.length === 0) return (message) => message;
  const forms = new Map(words.flatMap(({ usual, own }) => [[usual[0], own[0]], [usual[1], own[1]]] as const));
  const plurals = new Set<string>(words.map(({ usual }) => usual[1]));
  const places = new RegExp(words.map(({ usual }) => labelPlaces(usual)).join('|'), 'g');
  const ownOf = (word: string): string => forms.get(word) ?? word;
  const placed = (text: string): string => text.replaceAll(places, ownOf);
  const counted = (message: string): string =>
    message.replaceAll(/\{(#|[Kk]eine) ([^\s{}]+)([^{}]*)\}/g, (whole, lead: string, word: string, rest: string) => (lead === '#' || plurals.has(word) ? `{${lead} ${ownOf(word)}${placed(rest)}}` : whole));
  // A sentence that names a button says what stands on it.
  const named = (message: string): string => message.replaceAll(/(?<=„)[^„“{}]+ [^„“{}]+(?=“)/g, placed);
  return (message) => (isSentence(message) ? named(counted(message)) : asNew(words, message) ?? placed(message));
}
