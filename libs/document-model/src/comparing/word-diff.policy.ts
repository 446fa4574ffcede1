/** A stretch of two texts: the same in both, only in the earlier, or only in the later one. Positions in UTF-16 units. */
export interface TextStretch {
  readonly kind: 'same' | 'removed' | 'added';
  /** Where it lies in the earlier text, for `added` the place between two characters. */
  readonly before: number;
  /** Where it lies in the later text, for `removed` the place between two characters. */
  readonly after: number;
  readonly length: number;
}

/** With more differing words than this the middle of a text counts as rewritten; bounds time and memory, which grow with its square. */
const MAX_EDITS = 1000;

const wordPattern = /[\p{L}\p{M}\p{N}_]+|\s|[^]/gu;

/** Words, single blanks and single signs; together they are the text. */
function wordsOf(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

type Kind = TextStretch['kind'];

/** The shortest way from one list of words to the other (Myers), as one kind per word; null when it is longer than the bound. */
function shortestEdit(before: readonly string[], after: readonly string[]): Kind[] | null {
  const most = Math.min(before.length + after.length, MAX_EDITS);
  // `reached[k + most + 1]`: how far into `before` one gets on diagonal k; `trail` remembers it for each number of edits.
  const reached = new Int32Array(2 * most + 3);
  const trail: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trail.push(reached.slice(most + 1 - edits, most + 2 + edits));
    for (let k = -edits; k <= edits; k += 2) {
      const at = k + most + 1;
      const [left, right] = [reached[at - 1] as number, reached[at + 1] as number];
      let x = k === -edits || (k !== edits && left < right) ? right : left + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x += 1;
      reached[at] = x;
      if (x >= before.length && x - k >= after.length) return walkBack(trail, before.length, after.length);
    }
  }
  return null;
}

function walkBack(trail: readonly Int32Array[], x: number, y: number): Kind[] {
  const kinds: Kind[] = [];
  for (let edits = trail.length - 1; edits > 0; edits -= 1) {
    const row = trail[edits] as Int32Array;
    const k = x - y;
    const at = (diagonal: number): number => row[diagonal + edits] as number;
    const cameDown = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
    const fromX = cameDown ? at(k + 1) : at(k - 1);
    const fromY = fromX - (cameDown ? k + 1 : k - 1);
    const [edgeX, edgeY] = cameDown ? [fromX, fromY + 1] : [fromX + 1, fromY];
    for (; x > edgeX && y > edgeY; x -= 1, y -= 1) kinds.push('same');
    kinds.push(cameDown ? 'added' : 'removed');
    [x, y] = [fromX, fromY];
  }
  for (; x > 0 && y > 0; x -= 1, y -= 1) kinds.push('same');
  return kinds.reverse();
}

const repeat = (kind: Kind, count: number): Kind[] => Array.from({ length: count }, () => kind);

function kindsOf(before: readonly string[], after: readonly string[]): Kind[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const middle = shortestEdit(old, now) ?? [...repeat('removed', old.length), ...repeat('added', now.length)];
  return [...repeat('same', head), ...middle, ...repeat('same', tail)];
}

/** What became of a text, word by word, in order; stretches of one kind are joined. Empty for two empty texts. */
export function diffWords(before: string, after: string): TextStretch[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const stretches: TextStretch[] = [];
  let [oldIndex, nowIndex, oldPlace, nowPlace] = [0, 0, 0, 0];
  for (const kind of kindsOf(old, now)) {
    const { length } = (kind === 'added' ? now[nowIndex] : old[oldIndex]) as string;
    const last = stretches.at(-1);
    if (last?.kind === kind) stretches[stretches.length - 1] = { ...last, length: last.length + length };
    else stretches.push({ kind, before: oldPlace, after: nowPlace, length });
    if (kind !== 'added') [oldIndex, oldPlace] = [oldIndex + 1, oldPlace + length];
    if (kind !== 'removed') [nowIndex, nowPlace] = [nowIndex + 1, nowPlace + length];
  }
  return stretches;
}
