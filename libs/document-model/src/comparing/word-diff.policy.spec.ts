import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { steadyPlaces } from './steady-places.policy.js';
import { diffWords } from './word-diff.policy.js';

const shown = (before: string, after: string): string => diffWords(before, after).map(({ kind, before: old, after: now, length }) => {
  const text = kind === 'added' ? after.slice(now, now + length) : before.slice(old, old + length);
  return kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}[${text}]`;
}).join('');

describe('the difference of two texts', () => {
  it('is told in words', () => {
    expect(shown('Die Stadt fördert Vereine.', 'Die Stadt fördert Netzwerke.')).toBe('Die Stadt fördert -[Vereine]+[Netzwerke].');
    expect(shown('Sprache lernen', 'Sprache früh lernen')).toBe('Sprache +[früh ]lernen');
    expect(shown('', '')).toBe('');
  });

  it('is applied to the earlier text the later one, and keeps whole characters', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'ß', '😀', '\n', '.'), maxLength: 60 });
    fc.assert(fc.property(text, text, (before, after) => {
      const stretches = diffWords(before, after);
      const [old, now] = [['same', 'removed'], ['same', 'added']];
      expect(stretches.filter(({ kind }) => old.includes(kind)).map(({ before: at, length }) => before.slice(at, at + length)).join('')).toBe(before);
      expect(stretches.filter(({ kind }) => now.includes(kind)).map(({ after: at, length }) => after.slice(at, at + length)).join('')).toBe(after);
      for (const { kind, before: at, after: to, length } of stretches) {
        if (kind === 'same') expect(before.slice(at, at + length)).toBe(after.slice(to, to + length));
        expect(before.slice(0, at)).not.toMatch(/[\ud800-\udbff]$/);
      }
    }), { numRuns: 500, seed: 20261125 });
  });

  it('stays quick for texts that have nothing in common', () => {
    const words = (word: string): string => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
    const started = performance.now();
    expect(diffWords(words('a'), words('b')).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('what may stay in its place', () => {
  it('is as much as possible', () => {
    expect([...steadyPlaces([2, 0, null, 1, 3])].sort()).toEqual([1, 3, 4]);
    expect([...steadyPlaces([])]).toEqual([]);
    expect([...steadyPlaces([null])]).toEqual([]);
  });
});
