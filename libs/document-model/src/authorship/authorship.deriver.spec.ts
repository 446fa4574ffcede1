import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Node as ProseMirrorNode } from 'prosemirror-model';
import { AuthorshipWorkshop } from '../../test/authorship-workshop.js';
import { id } from '../../test/editor-replica.js';
import { documentSchema } from '../schema/document.schema.js';

const ACTIONS = ['type', 'type', 'split', 'join', 'kind', 'moveUp', 'moveDown', 'intoGoal', 'erase', 'cut', 'paste', 'undo', 'sync', 'fold'] as const;

interface Step {
  readonly who: number;
  readonly action: (typeof ACTIONS)[number];
  readonly where: number;
  readonly how: number;
}

const step: fc.Arbitrary<Step> = fc.record({ who: fc.nat(2), action: fc.constantFrom(...ACTIONS), where: fc.nat(1000), how: fc.nat(1000) });

interface Place {
  readonly node: ProseMirrorNode;
  readonly position: number;
}

function blocksOf(doc: ProseMirrorNode): Place[] {
  const found: Place[] = [];
  doc.descendants((node, position) => { if (node.type.name === 'block') found.push({ node, position }); });
  return found;
}

/** Words of a person's own letters, so that each letter says whose it is. */
const wordOf = (who: number, how: number): string => Array.from({ length: 1 + (how % 12) }, (_nothing, index) => 'abcdefgh'.charAt((how * 7 + index * 5) % 8)).map((letter) => String.fromCharCode(letter.charCodeAt(0) + who * 8)).join('');

const pick = <T>(list: readonly T[], where: number): T | undefined => list[where % Math.max(list.length, 1)];

/** What takes words out and puts them in again. */
const recreating: ReadonlySet<string> = new Set(['split', 'join', 'moveUp', 'moveDown', 'intoGoal', 'cut', 'paste']);

function take(workshop: AuthorshipWorkshop, { who, action, where, how }: Step): void {
  if (recreating.has(action)) workshop.forgetSteps();
  if (action === 'sync') return workshop.sync();
  if (action === 'fold') return workshop.fold();
  if (action === 'undo') return workshop.undo(who);
  const place = pick(blocksOf(workshop.show(who)), where);
  if (place === undefined) return workshop.edit(who, (tr) => tr.insert(0, documentSchema.node('block', { id: workshop.nextId() })));
  const { node, position } = place;
  const offset = position + 1 + (how % (node.content.size + 1));
  switch (action) {
    case 'type': return type(workshop, who, how, offset, node);
    case 'split': return workshop.edit(who, (tr) => tr.split(offset, 1, [{ type: node.type, attrs: { ...node.attrs, id: workshop.nextId() } }]));
    case 'kind': return workshop.edit(who, (tr) => tr.setNodeAttribute(position, 'kind', how % 2 === 0 ? 'bulletItem' : 'heading2'));
    case 'erase': return workshop.edit(who, (tr) => tr.delete(offset, Math.min(position + 1 + node.content.size, offset + 1 + (how % 5))));
    case 'cut': return workshop.cut(who, place);
    case 'paste': return workshop.paste(who, position + node.nodeSize);
    default: return rearrange(workshop, who, action, where);
  }
}

/** Two who begin an empty block at once make two texts of it, which the next one's editor writes anew together with its own letter: not told apart. */
function type(workshop: AuthorshipWorkshop, who: number, how: number, offset: number, { content }: ProseMirrorNode): void {
  workshop.edit(who, (tr) => tr.insertText(wordOf(who, how), offset));
  if (content.size === 0) workshop.sync();
}

/**
 * Moves whole blocks as an editor does: takes them out and puts them in somewhere else, at once. Whoever moves has seen what the
 * others did, and they see it next: two who move the same block at the same moment double it, and then there is no true answer.
 */
function rearrange(workshop: AuthorshipWorkshop, who: number, action: Step['action'], where: number): void {
  workshop.sync();
  const place = pick(blocksOf(workshop.show(who)), where);
  if (place !== undefined) rearrangeBlock(workshop, who, action, place);
  workshop.sync();
}

function rearrangeBlock(workshop: AuthorshipWorkshop, who: number, action: Step['action'], { node, position }: Place): void {
  workshop.edit(who, (tr) => {
    const { parent } = tr.doc.resolve(position);
    const index = tr.doc.resolve(position).index();
    const neighbour = action === 'moveUp' || action === 'join' ? parent.maybeChild(index - 1) : parent.maybeChild(index + 1);
    if (action === 'join') return neighbour?.type.name === 'block' ? tr.join(position) : tr;
    if (action === 'intoGoal') return parent.type.name === 'doc' ? tr.replaceWith(position, position + node.nodeSize, documentSchema.node('goal', { id: workshop.nextId() }, [documentSchema.node('title'), node])) : tr;
    if (!neighbour) return tr;
    const target = action === 'moveUp' ? position - neighbour.nodeSize : position + neighbour.nodeSize;
    return tr.delete(position, position + node.nodeSize).insert(target, node);
  });
}

describe('who wrote which letter', () => {
  it('stays true through whatever three people do to a text, folding of the log included', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      const workshop = new AuthorshipWorkshop();
      for (const one of steps) take(workshop, one);
      workshop.sync();
      expect(workshop.wrongLetters()).toEqual([]);
    }), { numRuns: 300 });
  }, 120_000);

  it('is the writer’s for new words, also when they stand in somebody else’s paragraph', () => {
    const workshop = new AuthorshipWorkshop();
    workshop.edit(1, (tr) => tr.insertText('ijk', 3));
    workshop.sync();
    expect(workshop.lettersBy()).toEqual({ 1: 'abcdefghabcdefgh'.length, 2: 3 });
  });

  it('is the writer’s for a paragraph that was typed over, but for what is left of it', () => {
    const workshop = new AuthorshipWorkshop();
    workshop.edit(1, (tr) => tr.insertText('ijklmnop', 1, 17));
    expect(workshop.lettersBy()).toEqual({ 2: 8 });
  });

  it('is the same when short lines change places and the editor rewrites them letter by letter', () => {
    const workshop = new AuthorshipWorkshop();
    const line = (words: string): ProseMirrorNode => documentSchema.node('block', { id: workshop.nextId() }, documentSchema.text(words));
    for (const [who, words] of [[0, 'abc'], [1, 'ij'], [0, 'abd']] as const) {
      workshop.edit(who, (tr) => tr.insert(tr.doc.content.size, line(words)));
      workshop.sync();
    }
    workshop.edit(1, (tr) => {
      const [above, first, second, third] = tr.doc.content.content;
      tr.replaceWith(above?.nodeSize ?? 0, tr.doc.content.size, [second, third, first].flatMap((node) => node ?? []));
    });
    workshop.sync();
    expect(workshop.wrongLetters()).toEqual([]);
  });

  it('is the first one’s after two moves in one row and a third later', () => {
    const workshop = new AuthorshipWorkshop();
    const goal = (from: ProseMirrorNode): ProseMirrorNode => documentSchema.node('goal', { id: workshop.nextId() }, [documentSchema.node('title'), from]);
    for (const who of [1, 2, 1]) {
      const place = blocksOf(workshop.show(who))[0] as Place;
      workshop.edit(who, (tr) => tr.delete(0, tr.doc.content.size).insert(0, who === 1 ? goal(place.node) : place.node));
      workshop.sync();
      workshop.fold();
    }
    expect(workshop.lettersBy()).toEqual({ 1: 16 });
    expect(workshop.passages()).toEqual([{ blockId: id(1), from: 0, to: 16, words: 'abcdefghabcdefgh', author: 1 }]);
  });
});

describe('words said to be copied', () => {
  const source = { clientId: 2, from: 0, to: 1000, words: [{ text: 'vom Amt geschrieben', author: -1 }, { text: ', vom Verein ergänzt', author: -2 }] };

  it('keep their authors, part of them too', () => {
    const workshop = new AuthorshipWorkshop([source]);
    workshop.edit(1, (tr) => tr.insertText('geschrieben, vom Verein', 1));
    workshop.sync();
    expect(workshop.passages().map(({ from, to, author }) => [from, to, author])).toEqual([[0, 11, -1], [11, 23, -2], [23, 39, 1]]);
  });

  it('are the writer’s when they are other words than those that stand there', () => {
    const workshop = new AuthorshipWorkshop([source]);
    workshop.edit(1, (tr) => tr.insertText('das haben die gesagt', 1));
    workshop.sync();
    expect(workshop.passages().map(({ author }) => author)).toEqual([2, 1]);
  });

  it('are found when it is said only after they were folded into the state', () => {
    const workshop = new AuthorshipWorkshop();
    workshop.edit(1, (tr) => tr.insertText('vom Amt geschrieben', 1));
    workshop.sync();
    workshop.fold();
    workshop.say([source]);
    expect(workshop.passages().map(({ from, to, author }) => [from, to, author])).toEqual([[0, 19, -1], [19, 35, 1]]);
  });
});
