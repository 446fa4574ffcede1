import { isAskedFor, type SearchTerm } from './search-terms.policy.js';

/** A stretch of a text, and whether it is a word that was asked for. */
export interface MarkedText {
  readonly text: string;
  readonly isMatch: boolean;
}

/** How much of a long text is shown before and behind the first match, in characters. */
const BEFORE = 60;
const LENGTH = 200;

/** A word with the forms of gender as one. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:(?:[:*_·]|\/-?)(?:innen|in|r|n|e|m|s)(?![\p{L}\p{N}]))?/gu;

/** The whole text with the words that were asked for marked. */
export function markMatches(text: string, terms: readonly SearchTerm[]): MarkedText[] {
  const parts: MarkedText[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isAskedFor(word, terms)) continue;
    if (index > end) parts.push({ text: text.slice(end, index), isMatch: false });
    parts.push({ text: word, isMatch: true });
    end = index + word.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMatch: false });
  return parts;
}

/** Some words around the first match, cut between words; the beginning when there is none. */
export function excerptOf(text: string, terms: readonly SearchTerm[]): MarkedText[] {
  const line = text.replace(/\s+/g, ' ').trim();
  const first = [...line.matchAll(WORD)].find(({ 0: word }) => isAskedFor(word, terms))?.index ?? 0;
  const wanted = Math.max(0, first - BEFORE);
  const start = wanted === 0 ? 0 : line.lastIndexOf(' ', wanted) + 1;
  const limit = start + LENGTH;
  const end = limit >= line.length ? line.length : Math.max(line.lastIndexOf(' ', limit), start + BEFORE + 1);
  return markMatches(`${start > 0 ? '… ' : ''}${line.slice(start, end)}${end < line.length ? ' …' : ''}`, terms);
}
