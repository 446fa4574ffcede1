import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { joinUpdates } from './update-join.js';
import type { UpdateOutline } from './update-outline.js';
import { walkUpdate } from './update-walk.js';

type Step = { readonly who: number; readonly at: number; readonly deletes: boolean; readonly text: string };

const step: fc.Arbitrary<Step> = fc.record({ who: fc.nat(2), at: fc.nat(60), deletes: fc.boolean(), text: fc.string({ minLength: 1, maxLength: 5, unit: 'grapheme' }) });

/** Updates of three people who see each other's work at once, in order. */
function updatesOf(steps: readonly Step[]): { updates: UpdateOutline[]; whole: Y.Doc } {
  const docs = [7, 3, 5].map((id) => Object.assign(new Y.Doc(), { clientID: id * 100_003 }));
  const updates: UpdateOutline[] = [];
  for (const { who, at, deletes, text } of steps) {
    const doc = docs[who]!;
    const words = doc.getText('words');
    const before = Y.encodeStateVector(doc);
    let made: Uint8Array | null = null;
    doc.once('update', (update: Uint8Array) => { made = update; });
    if (deletes && words.length > 0) words.delete(at % words.length, 1);
    else words.insert(at % (words.length + 1), text);
    if (made !== null) updates.push(walkUpdate(made));
    docs.forEach((other) => other !== doc && Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, before)));
  }
  return { updates, whole: docs[0]! };
}

describe('joined updates', () => {
  it('say the same as one after the other, and are a well-formed update', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), fc.nat(), (steps, cut) => {
      const { updates, whole } = updatesOf(steps);
      const at = cut % (updates.length + 1);
      const doc = new Y.Doc();
      for (const part of [updates.slice(0, at), updates.slice(at)]) {
        if (part.length === 0) continue;
        const joined = joinUpdates(part);
        const { sections, deletes } = walkUpdate(joined.bytes);
        expect(sections.map(({ client, from, to, count, start, end }) => ({ client, from, to, count, start, end }))).toEqual(joined.sections.map(({ client, from, to, count, start, end }) => ({ client, from, to, count, start, end })));
        expect(deletes).toEqual(joined.deletes);
        // Kept for later by a client who lacks the structs, they are written as distances.
        deletes.forEach(({ client, from }, index) => { const before = deletes[index - 1]; if (before?.client === client) expect(from).toBeGreaterThan(before.to); });
        Y.applyUpdate(doc, joined.bytes);
      }
      expect(doc.store.pendingStructs).toBeNull();
      expect(doc.getText('words').toJSON()).toBe(whole.getText('words').toJSON());
      expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(whole));
    }), { numRuns: 100 });
  });

  it('of updates that do not follow on each other are refused', () => {
    const { updates } = updatesOf([0, 1, 2].map((at) => ({ who: 0, at, deletes: false, text: 'x' })));
    expect(() => joinUpdates([updates[0]!, updates[2]!])).toThrow('follow');
  });
});
