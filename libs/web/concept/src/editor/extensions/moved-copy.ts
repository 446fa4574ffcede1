/** A passage somebody composes letters in, as it stood at one moment. */
export interface Passage {
  readonly before: string;
  readonly word: string;
  readonly after: string;
}

/** Where in new words of somebody else the composed ones stand again: all, the part that was on this side of a split, or none yet. */
export interface MovedCopy {
  readonly from: number;
  readonly to: number;
  /** Which part of the passage was repeated, as offsets in it. */
  readonly passageFrom: number;
  readonly passageTo: number;
}

/** Fewer letters that are the same at only one end may be so by chance. */
const enoughAtOneEnd = 8;
/** Nor do a few letters say where a word belongs of which nothing was repeated. */
const enoughWithoutWord = 4;

/** How far two texts go on being the same, from one place in each, in steps of one. */
function sameFrom(words: string, at: number, passage: string, passageAt: number, step: 1 | -1): number {
  let count = 0;
  for (let index = at, other = passageAt; words[index] !== undefined && words[index] === passage[other]; index += step, other += step) count += 1;
  return count;
}

/** The repetition if the words begin so many letters after the beginning of the passage (or before it, when negative). */
function copyAt(words: string, { before, word, after }: Passage, offset: number): MovedCopy | null {
  const whole = before + word + after;
  const from = Math.max(0, before.length - offset);
  const to = Math.min(words.length, before.length + word.length - offset);
  if (from > to || words.slice(from, to) !== whole.slice(offset + from, offset + to) || (word !== '' && from === to)) return null;
  const left = from - sameFrom(words, from - 1, whole, offset + from - 1, -1);
  const right = to + sameFrom(words, to, whole, offset + to, 1);
  const wholeEnds = Number(left === 0) + Number(right === words.length);
  const isSure = wholeEnds === 2 || (wholeEnds === 1 && right - left >= enoughAtOneEnd);
  if (!isSure || (from === to && right - left < enoughWithoutWord)) return null;
  return { from, to, passageFrom: offset + left, passageTo: offset + right };
}

/**
 * Finds the passage again in words that somebody else has just written, as happens when a paragraph is split, joined to another, moved or
 * made a heading: the shared text knows no moving, so that what was moved is written once more and deleted where it was.
 * @returns the longest repetition, null where there is none
 */
export function movedCopyIn(words: string, passage: Passage): MovedCopy | null {
  let found: MovedCopy | null = null;
  const { before, word } = passage;
  for (let offset = before.length - words.length; offset <= before.length + word.length; offset++) {
    const copy = copyAt(words, passage, offset);
    if (copy && (found === null || copy.passageTo - copy.passageFrom > found.passageTo - found.passageFrom)) found = copy;
  }
  return found;
}
