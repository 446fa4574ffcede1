import { describe, expect, it } from '@jest/globals';
import { directionOf } from './printable-text.policy.js';

describe('the direction of a text', () => {
  it('is that of its first letter, and without any that of what it stands in', () => {
    expect([directionOf('2026: Ziele'), directionOf('2026: أهداف'), directionOf('2026', 'rtl'), directionOf('2026')]).toEqual(['ltr', 'rtl', 'rtl', 'ltr']);
  });

  it('is not that of words in between which run in their own', () => {
    expect(directionOf('\u2068900 Personen\u2069 حتى 2028')).toBe('rtl');
    expect(directionOf('\u2068بيت\u2069 bis 2028', 'rtl')).toBe('ltr');
    expect(directionOf('\u2068\u2068Haus\u2069 Tor\u2069 (2025)', 'rtl')).toBe('rtl');
  });
});
