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

/** Where a word in the singular has no article or ending that another word would not fit. Quoted alone the usual word itself is meant. */
const singularPlaces = (one: string): string => `(?<=^|[:.] |# )${one}(?=[ :}]|$)|(?<=(?:^|[ {„])(?:[Oo]hne|[Aa]ls|[Nn]ach) )${one}(?=[ .,:}]|$)|(?<=„)${one}(?= )`;

/** Articles and adjectives of the plural fit all words. */
const pluralPlaces = (many: string): string => `(?<![„\\p{L}\\p{N}-])${many}(?![\\p{L}\\p{N}-])|(?<=„)${many}(?= )`;

/** What a plural in the dative stands behind, where it looks like any other. */
const beforeDative = /(?:^|[ „({])(?:mit|nach|zu|von|bei|aus|den|diesen|welchen)(?: \p{Ll}+en)*(?: \p{L}+n und)? $/iu;
const inDative = (many: string): string => (/(?:e|el|er)$/.test(many) ? `${many}n` : many);

/** Quoted from the first sign of which messages are made, to the end. */
const quotedFrom = (sign: RegExp, text: string): string => text.replaceAll("'", "''").replace(sign, "'$&'");

/** A text as it stands in a message (ICU) that shows it as it is. */
export const quotedInMessage = (text: string): string => quotedFrom(/[{}<>].*/s, text);

/** The same behind a number, where "#" is one of the signs, and nowhere else. */
const quotedInPlural = (text: string): string => quotedFrom(/[{}<>#].*/s, text);

type Spelling = (word: string) => string;

/** A place for a word in a German text: what stands there, and what another word would be there. */
interface Place {
  readonly usual: string;
  readonly own: string;
  readonly ownDative: string;
}

const placesOf = ({ usual: [one, many], own: [ownOne, ownMany] }: OwnWord): Place[] => [
  { usual: one, own: ownOne, ownDative: ownOne }, { usual: many, own: ownMany, ownDative: inDative(ownMany) },
  ...(inDative(many) === many ? [] : [{ usual: inDative(many), own: inDative(ownMany), ownDative: inDative(ownMany) }]),
];

function sayingWith(words: readonly OwnWord[], inLabel: Spelling, behindNumber: Spelling): (message: string) => string {
  if (words.length === 0) return (message) => message;
  const forms = new Map(words.flatMap(placesOf).map((place) => [place.usual, place]));
  const plurals = new Set<string>(words.map(({ usual }) => usual[1]));
  const patterns = words.flatMap(({ usual: [one, many] }) => [singularPlaces(one), ...new Set([pluralPlaces(many), pluralPlaces(inDative(many))])]);
  const places = new RegExp(patterns.join('|'), 'gu');
  const placed = (message: string): string => message.replaceAll(places, (word, offset: number) => {
    const before = message.slice(0, offset);
    const isBehindNumber = before.lastIndexOf('{') > before.lastIndexOf('}');
    const form = forms.get(word);
    const own = form && plurals.has(word) && beforeDative.test(before) ? form.ownDative : form?.own;
    return (isBehindNumber ? behindNumber : inLabel)(own ?? word);
  });
  // "Neue" has an ending that another word may not fit: it stands before the word like the name of a list.
  const asNew = (label: string): string | null => {
    const one = /^Neue[rs]? (.+)$/.exec(label)?.[1] ?? '';
    const own = plurals.has(one) ? undefined : forms.get(one)?.own;
    return own === undefined || own === one ? null : `Neu: ${inLabel(own)}`;
  };
  return (message) => (isSentence(message) ? null : asNew(message)) ?? placed(message);
}

const asItIs: Spelling = (word) => word;

/**
 * How German texts are said in a municipality's words: everywhere in the plural, whose articles fit all words; in the singular where the
 * word stands alone as a label, behind a number, or without an article. Elsewhere the usual word stays: articles and endings would not
 * fit another one.
 */
export const inOwnWords = (words: readonly OwnWord[]): ((text: string) => string) => sayingWith(words, asItIs, asItIs);

/** The same of messages (ICU): whatever signs the words have, they are shown as they are. */
export const messagesInOwnWords = (words: readonly OwnWord[]): ((message: string) => string) => sayingWith(words, quotedInMessage, quotedInPlural);
