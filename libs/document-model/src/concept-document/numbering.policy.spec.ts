import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { numberObjects, numberOutline } from './numbering.policy.js';
import type { OutlineObject } from './numbering.policy.js';

const object = (id: string, kind: OutlineObject['kind']): OutlineObject => ({ id, kind });
const kinds = fc.array(fc.constantFrom('guiding' as const, 'sub' as const, 'measure' as const), { maxLength: 30 });
const named = (list: readonly OutlineObject['kind'][]): OutlineObject[] => list.map((kind, index) => object(String(index), kind));

describe('the numbers of an edition', () => {
  it('count sections, goals and measures in the order of the text', () => {
    const numbers = numberOutline([{ id: 'a', objects: [] }, { id: 'b', objects: [object('g', 'guiding'), object('s', 'sub'), object('m', 'measure'), object('t', 'sub'), object('h', 'guiding'), object('u', 'sub'), object('n', 'measure')] }]);
    expect(Object.fromEntries(numbers)).toEqual({ a: '1', b: '2', g: 'Z2.1', s: 'Z2.1.1', t: 'Z2.1.2', m: 'M2.1', h: 'Z2.2', u: 'Z2.2.1', n: 'M2.2' });
  });

  it('number a sub-goal without a guiding goal before it like one', () => {
    expect([...numberObjects('1', [object('s', 'sub'), object('g', 'guiding'), object('t', 'sub')]).values()]).toEqual(['Z1.1', 'Z1.2', 'Z1.2.1']);
  });

  it('are never given twice, and a new goal renames no measure', () => {
    fc.assert(fc.property(kinds, fc.nat(30), (list, place) => {
      const before = numberObjects('3', named(list));
      expect(new Set(before.values()).size).toBe(list.length);
      const objects = named(list);
      const after = numberObjects('3', [...objects.slice(0, place), object('new', 'guiding'), ...objects.slice(place)]);
      for (const { id, kind } of objects) if (kind === 'measure') expect(after.get(id)).toBe(before.get(id));
    }));
  });
});
