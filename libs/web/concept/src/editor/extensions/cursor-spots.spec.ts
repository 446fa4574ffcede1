import { describe, expect, it } from '@jest/globals';
import { Schema } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { moveSpots } from './cursor-spots.js';

const schema = new Schema({ nodes: { doc: { content: 'paragraph*' }, paragraph: { content: 'text*' }, text: {} } });
const docOf = (...texts: string[]): Node => schema.node('doc', null, texts.map((text) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])));
const moved = (place: number, before: Node, after: Node): number => moveSpots([{ clientId: 1, user: {}, anchor: place, head: place }], before, after)[0]?.head ?? -1;

describe('cursors over a change of others', () => {
  it('stay before it and move along after it', () => {
    const [before, after] = [docOf('eins', 'zwei', 'drei'), docOf('eins', 'zwei und mehr', 'drei')];
    expect(moved(3, before, after)).toBe(3);
    expect(moved(14, before, after)).toBe(23);
  });

  it('stay within what is left', () => {
    const [before, after] = [docOf('eins', 'zwei', 'drei'), docOf('eins')];
    expect(moved(15, before, after)).toBe(after.content.size);
    expect(moved(8, before, after)).toBeLessThanOrEqual(after.content.size);
  });

  it('do not move when nothing changed', () => {
    expect(moved(4, docOf('eins', 'zwei'), docOf('eins', 'zwei'))).toBe(4);
  });
});
