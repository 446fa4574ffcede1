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

/** Quoted from the first sign of which messages are made, to the end. */
const quotedFrom = (sign: RegExp, text: string): string => text.replaceAll("'", "''").replace(sign, "'$&'");

/** A text as it stands in a message (ICU) that shows it as it is. */
export const quotedInMessage = (text: string): string => quotedFrom(/[{}<>].*/s, text);

/** The same behind a number, where "#" is one of the signs, and nowhere else. */
const quotedInPlural = (text: string): string => quotedFrom(/[{}<>#].*/s, text);

type Spelling = (word: string) => string;

function sayingWith(words: readonly OwnWord[], inLabel: Spelling, behindNumber: Spelling): (message: string) => string {
  if (words.length === 0) return (message) => message;
  const formsIn = (spelt: Spelling): ReadonlyMap<string, string> => new Map(words.flatMap(({ usual, own }) => [[usual[0], spelt(own[0])], [usual[1], spelt(own[1])]] as const));
  const [labels, counted] = [formsIn(inLabel), formsIn(behindNumber)];
  const plurals = new Set<string>(words.map(({ usual }) => usual[1]));
  const places = new RegExp(words.map(({ usual }) => labelPlaces(usual)).join('|'), 'g');
  const placed = (text: string, forms = labels): string => text.replaceAll(places, (word) => forms.get(word) ?? word);
  // "Neue" has an ending that another word may not fit: it stands before the word like the name of a list.
  const asNew = (label: string): string | null => {
    const one = /^Neue[rs]? (.+)$/.exec(label)?.[1] ?? '';
    const own = plurals.has(one) ? undefined : labels.get(one);
    return own === undefined || own === one ? null : `Neu: ${own}`;
  };
  // What is counted; and a sentence that names a button says what stands on it.
  const inSentence = (message: string): string =>
    message.replaceAll(/\{(#|[Kk]eine) ([^\s{}]+)([^{}]*)\}|(?<=„)[^„“{}]+ [^„“{}]+(?=“)/g, (whole, lead: string | undefined, word: string, rest: string) => {
      if (lead === undefined) return placed(whole);
      return lead === '#' || plurals.has(word) ? `{${lead} ${counted.get(word) ?? word}${placed(rest, counted)}}` : whole;
    });
  return (message) => (isSentence(message) ? inSentence(message) : asNew(message) ?? placed(message));
}

const asItIs: Spelling = (word) => word;

/**
 * How German texts are said in a municipality's words: where a word stands alone as a label, behind a number, in the plural behind
 * "keine", or in a label without an article. Inside sentences the usual word stays: articles and endings would not fit another one.
 */
export const inOwnWords = (words: readonly OwnWord[]): ((text: string) => string) => sayingWith(words, asItIs, asItIs);

/** The same of messages (ICU): whatever signs the words have, they are shown as they are. */
export const messagesInOwnWords = (words: readonly OwnWord[]): ((message: string) => string) => sayingWith(words, quotedInMessage, quotedInPlural);
