import { describe, expect, it } from '@jest/globals';
import { shortVersionProblems } from './short-version.policy.js';

const codesOf = (text: string, textFingerprint = 'a'): string[] => shortVersionProblems({ text, textFingerprint, expectedRevision: 0 }).map(({ code }) => code);

describe('a short version', () => {
  it('has at most 120 words, and may be taken out', () => {
    expect(codesOf('')).toEqual([]);
    expect(codesOf(Array.from({ length: 120 }, () => 'Wort').join(' – '))).toEqual([]);
  });

  it('is refused with one word more, with words that are none, and with what cannot be stored', () => {
    expect(codesOf(Array.from({ length: 121 }, () => 'Wort').join(' '))).toEqual(['SHORT_VERSION_TOO_LONG']);
    expect(codesOf('x'.repeat(2_001))).toEqual(['SHORT_VERSION_TOO_LONG']);
    expect(codesOf('a\u0000')).toEqual(['TEXT_NOT_STORABLE']);
    expect(codesOf('a', 'x'.repeat(101))).toEqual(['TEXT_NOT_STORABLE']);
  });
});
