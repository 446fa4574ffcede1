import type { Catalogue } from './i18n.js';

/** What a municipality says otherwise. */
export interface OwnWords {
  /** Words in singular and plural, with the usual ones first. */
  readonly words: readonly { readonly usual: readonly [string, string]; readonly own: readonly [string, string] }[];
  /** Whole messages by key. */
  readonly messages: Readonly<Record<string, string>>;
}

export const NO_OWN_WORDS: OwnWords = { words: [], messages: {} };

/** Ends as sentences do, or has parts that depend on a number. */
const isSentence = (message: string): boolean => /[.?!]$|,/.test(message);

/** Where a word in a label has no article or ending that another word would not fit. */
function labelPlaces([one, many]: readonly [string, string]): RegExp {
  return new RegExp(`^(?:${many}|${one})(?=[ :])|(?<=^(?:Noch keine|Keine|Alle) )${many}(?= |$)|(?<=(?:^| )(?:[Oo]hne|[Aa]ls|Nach) )${one}(?= |$)`, 'g');
}

/** "Neue" has an ending that another word may not fit: it stands before the word like the name of a list. */
const asNew = (words: OwnWords['words'], label: string): string => {
  const found = words.find(({ usual: [one], own }) => own[0] !== one && new RegExp(`^Neue[rs]? ${one}$`).test(label));
  return found ? `Neu: ${found.own[0]}` : label;
};

/**
 * The messages with the municipality's words where a word stands alone as a label, behind a number, in the plural behind "keine",
 * or in a label without an article. Inside sentences the usual word stays: articles and endings would not fit another one.
 */
export function withOwnWords(catalogue: Catalogue, { words, messages }: OwnWords): Catalogue {
  if (words.length === 0 && Object.keys(messages).length === 0) return catalogue;
  const forms = new Map(words.flatMap(({ usual, own }) => [[usual[0], own[0]], [usual[1], own[1]]] as const));
  const plurals = new Set(words.map(({ usual }) => usual[1]));
  const places = words.map(({ usual }) => labelPlaces(usual));
  const ownOf = (word: string): string => forms.get(word) ?? word;
  const counted = (message: string): string => message.replaceAll(/\{(#|[Kk]eine) ([^\s{}]+)\}/g, (whole, lead: string, word: string) => (lead === '#' || plurals.has(word) ? `{${lead} ${ownOf(word)}}` : whole));
  const placed = (text: string): string => places.reduce((changed, place) => changed.replaceAll(place, ownOf), text);
  // A sentence that names a button says what stands on it.
  const named = (message: string): string => message.replaceAll(/(?<=„)[^„“{}]+ [^„“{}]+(?=“)/g, placed);
  const label = (message: string): string => forms.get(message) ?? (isSentence(message) ? named(counted(message)) : placed(asNew(words, message)));
  return Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, messages[key] ?? label(message)]));
}
