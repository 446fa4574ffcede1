import type { FieldValue } from '../fields/field.registry.js';
import type { DocumentText } from '../reading/document-text.reader.js';
import { steadyPlaces } from './steady-places.policy.js';
import { linesOf } from './text-line.reader.js';
import type { TextLine } from './text-line.reader.js';
import { diffWords } from './word-diff.policy.js';

/** Words that are in both texts, only in the earlier, or only in the later one. */
export interface ComparedWords {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A structured value of a goal or measure that differs; null is not set. `key` as in the document: `status`, `partner/<id>`. */
export interface ComparedValue {
  readonly key: string;
  readonly before: FieldValue | null;
  readonly after: FieldValue | null;
}

/** What about a block is different: its words, only their looks, what kind of block it is, where it stands, its structured values. */
export const CHANGE_ASPECTS = ['words', 'looks', 'kind', 'place', 'values'] as const;
export type ChangeAspect = (typeof CHANGE_ASPECTS)[number];

/** One block of two texts. */
export interface ComparedBlock extends Pick<TextLine, 'blockId' | 'kind' | 'indent' | 'parentId' | 'cell'> {
  readonly change: 'unchanged' | 'added' | 'removed' | 'changed';
  /** Empty unless it is changed. */
  readonly aspects: readonly ChangeAspect[];
  /** The kind it had before, when that is another one. */
  readonly kindBefore: TextLine['kind'] | null;
  readonly words: readonly ComparedWords[];
  readonly values: readonly ComparedValue[];
}

/** Two texts side by side: the later one in its order, with what is gone where it used to stand. */
export interface DocumentComparison {
  readonly blocks: readonly ComparedBlock[];
}

/** A lone blank between two changes is no news: the words around it read better as one. */
function joinAcrossBlanks(words: readonly ComparedWords[]): ComparedWords[] {
  const joined: ComparedWords[] = [];
  let run: { removed: string; added: string } | null = null;
  const flush = (): void => {
    if (run?.removed) joined.push({ kind: 'removed', text: run.removed });
    if (run?.added) joined.push({ kind: 'added', text: run.added });
    run = null;
  };
  words.forEach(({ kind, text }, index) => {
    const isBetween = kind === 'same' && /^ +$/.test(text) && run !== null && index + 1 < words.length && run.removed !== '' && run.added !== '';
    if (kind === 'same' && !isBetween) {
      flush();
      joined.push({ kind, text });
      return;
    }
    run ??= { removed: '', added: '' };
    if (kind !== 'added') run.removed += text;
    if (kind !== 'removed') run.added += text;
  });
  flush();
  return joined;
}

/** What became of words, in order. Empty for two empty texts. */
export function comparedWords(before: string, after: string): ComparedWords[] {
  return joinAcrossBlanks(diffWords(before, after).map(({ kind, before: old, after: now, length }) =>
    ({ kind, text: kind === 'added' ? after.slice(now, now + length) : before.slice(old, old + length) })));
}

const all = (kind: ComparedWords['kind'], text: string): ComparedWords[] => (text === '' ? [] : [{ kind, text }]);

function comparedValues(before: TextLine['values'], after: TextLine['values']): ComparedValue[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.filter((key) => before[key] !== after[key]).map((key) => ({ key, before: before[key] ?? null, after: after[key] ?? null }));
}

const facts = ({ blockId, kind, indent, parentId, cell }: TextLine): Pick<ComparedBlock, 'blockId' | 'kind' | 'indent' | 'parentId' | 'cell'> => ({ blockId, kind, indent, parentId, cell });

function oneSided(line: TextLine, change: 'added' | 'removed'): ComparedBlock {
  const values = change === 'added' ? comparedValues({}, line.values) : comparedValues(line.values, {});
  return { ...facts(line), change, aspects: [], kindBefore: null, words: all(change, line.text), values };
}

function comparedBlock(before: TextLine, after: TextLine, hasMoved: boolean): ComparedBlock {
  const values = comparedValues(before.values, after.values);
  const isSo: Readonly<Record<ChangeAspect, boolean>> = {
    words: before.text !== after.text,
    looks: before.text === after.text && before.look !== after.look,
    kind: before.kind !== after.kind || before.indent !== after.indent,
    place: hasMoved || before.parentId !== after.parentId,
    values: values.length > 0,
  };
  const aspects = CHANGE_ASPECTS.filter((aspect) => isSo[aspect]);
  const words = isSo.words ? comparedWords(before.text, after.text) : all('same', after.text);
  return { ...facts(after), change: aspects.length > 0 ? 'changed' : 'unchanged', aspects, kindBefore: before.kind === after.kind ? null : before.kind, words, values };
}

/** Compares two texts of one document block by block, by their ids. Pure; time grows with the length of what differs. */
export function compareTexts(before: DocumentText, after: DocumentText): DocumentComparison {
  const [old, now] = [linesOf(before), linesOf(after)];
  const placeBefore = new Map(old.map(({ blockId }, index) => [blockId, index]));
  const idsNow = new Set(now.map(({ blockId }) => blockId));
  const places = now.map(({ blockId }) => placeBefore.get(blockId) ?? null);
  const steady = steadyPlaces(places);
  const blocks: ComparedBlock[] = [];
  let told = 0;
  const tellGone = (end: number): void => {
    for (; told < end; told += 1) {
      const line = old[told] as TextLine;
      if (!idsNow.has(line.blockId)) blocks.push(oneSided(line, 'removed'));
    }
  };
  now.forEach((line, index) => {
    const place = places[index] ?? null;
    if (place === null) return void blocks.push(oneSided(line, 'added'));
    if (steady.has(index)) {
      tellGone(place);
      told = place + 1;
    }
    blocks.push(comparedBlock(old[place] as TextLine, line, !steady.has(index)));
  });
  tellGone(old.length);
  return { blocks };
}
