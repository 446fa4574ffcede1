import type { Catalogue } from './i18n.js';

/** What a municipality says otherwise. */
export interface OwnWords {
  /** Words in singular and plural, with the usual ones first. */
  readonly words: readonly { readonly usual: readonly [string, string]; readonly own: readonly [string, string] }[];
  /** Whole messages by key. */
  readonly messages: Readonly<Record<string, string>>;
}

export const NO_OWN_WORDS: OwnWords = { words: [], messages: {} };

/**
 * The messages with the municipality's words where a word stands alone as a label, behind a number, or in the plural behind
 * "keine". Inside sentences the usual word stays: articles and endings would not fit another one.
 */
export function withOwnWords(catalogue: Catalogue, { words, messages }: OwnWords): Catalogue {
  if (words.length === 0 && Object.keys(messages).length === 0) return catalogue;
  const forms = new Map(words.flatMap(({ usual, own }) => [[usual[0], own[0]], [usual[1], own[1]]] as const));
  const plurals = new Set(words.map(({ usual }) => usual[1]));
  const label = (message: string): string => forms.get(message) ?? message.replaceAll(/\{(#|[Kk]eine) ([^\s{}]+)\}/g, (whole, lead: string, word: string) => {
    const own = lead === '#' || plurals.has(word) ? forms.get(word) : undefined;
    return own === undefined ? whole : `{${lead} ${own}}`;
  });
  return Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, messages[key] ?? label(message)]));
}
