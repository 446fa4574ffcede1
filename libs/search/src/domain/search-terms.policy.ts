import { fold, foldedWords } from './folding.policy.js';

/** No search needs more; a bound against pasted pages. */
const MAX_WORDS = 8;

/** A word that somebody asks for. */
export interface AskedWord {
  readonly folded: string;
  /** As written, in small letters: tells filling words ("für"), which folding hides. */
  readonly plain: string;
}

/** A word with everything that counts as it. */
export interface SearchTerm {
  /** The word itself and its stem; whatever begins with one of them counts. */
  readonly beginnings: readonly string[];
  /** Whole words: a very short stem, and of the municipality's own words the compounds that contain it or what a mistyped word may have meant. */
  readonly others: readonly string[];
}

/** The distinct words of a search, in order. */
export function askedWords(text: string): AskedWord[] {
  const words = text.split(/[\s,;.!?"„“”()]+/u).flatMap((token) => {
    const parts = foldedWords(token);
    return parts.map((folded) => ({ folded, plain: parts.length === 1 ? token.toLowerCase() : folded }));
  });
  return [...new Map(words.map((word) => [word.folded, word])).values()].slice(0, MAX_WORDS);
}

/** Stems shorter than this begin too many other words (`kur` of "Kurs": Kuratorium). */
const SHORTEST_STEM = 4;

/** What counts as a word, from its stem and the municipality's words that belong to it. */
export function termOf(folded: string, stem: string, others: readonly string[]): SearchTerm {
  const isBeginning = stem.length >= SHORTEST_STEM && stem !== folded;
  const ownStem = isBeginning || stem === folded ? [] : [stem];
  // One or two letters are a word of their own.
  const beginnings = [...(folded.length > 2 ? [folded] : []), ...(isBeginning ? [stem] : [])];
  return { beginnings, others: [...(folded.length > 2 ? [] : [folded]), ...ownStem, ...others] };
}

const quoted = (word: string): string => `'${word.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;

function alternatives({ beginnings, others }: SearchTerm): string {
  return [...beginnings.map((word) => `${quoted(word)}:*`), ...others.map(quoted)].join('|');
}

/** Terms as PostgreSQL's `tsquery`: all of them, or (to find the place within a hit) any of them. */
export function toTsquery(terms: readonly SearchTerm[], join: 'all' | 'any'): string {
  return terms.map((term) => `(${alternatives(term)})`).join(join === 'all' ? '&' : '|');
}

/** Whether a word as it stands in a text is one of those that were asked for. */
export function isAskedFor(word: string, terms: readonly SearchTerm[]): boolean {
  const folded = fold(word);
  return terms.some(({ beginnings, others }) => beginnings.some((word) => folded.startsWith(word)) || others.some((other) => folded === other || (other.length >= SHORTEST_STEM && folded.startsWith(other))));
}
