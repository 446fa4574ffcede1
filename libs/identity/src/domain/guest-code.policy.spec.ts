import { describe, expect, it } from '@jest/globals';
import { CODE_ALPHABET, CODE_LENGTH, PHRASE_WORDS, printedGuestCode, readGuestCode, readRecoveryPhrase } from './guest-code.policy.js';
import { PHRASE_LIST, PSEUDONYM_ADJECTIVES, PSEUDONYM_NOUNS } from './guest-words.js';

describe('the code of a gathering', () => {
  it.each([['7kq2-m9td', '7KQ2M9TD'], [' 7KQ2 M9TD ', '7KQ2M9TD'], ['oil0-0000', '01100000'], ['7KQ2-M9T', null], ['7KQ2-M9TU', null], ['', null], ['7'.repeat(1_000_000), null]])('%.20s is read as %p', (typed, code) => {
    expect(readGuestCode(typed)).toBe(code);
  });

  it('is printed in two halves, and has at least forty bits', () => {
    expect(printedGuestCode('7KQ2M9TD')).toBe('7KQ2-M9TD');
    expect(Math.log2(new Set(CODE_ALPHABET).size) * CODE_LENGTH).toBeGreaterThanOrEqual(40);
  });
});

describe('the recovery phrase', () => {
  it('is read however it is typed', () => {
    expect(readRecoveryPhrase('  Tiger, melone\nPIANO – kamel  taxi ')).toBe('tiger melone piano kamel taxi');
    expect(readRecoveryPhrase('tiger melone')).toBeNull();
    expect(readRecoveryPhrase('x '.repeat(1_000_000))).toBeNull();
  });

  it('has at least forty bits, of words that can be typed on every keyboard', () => {
    expect(new Set(PHRASE_LIST).size).toBe(PHRASE_LIST.length);
    expect(Math.log2(PHRASE_LIST.length) * PHRASE_WORDS).toBeGreaterThanOrEqual(40);
    expect(PHRASE_LIST.filter((word) => !/^[a-z]{3,10}$/.test(word))).toEqual([]);
  });
});

it('there are enough pseudonyms for the largest conference', () => {
  expect(new Set(PSEUDONYM_ADJECTIVES).size * new Set(PSEUDONYM_NOUNS).size).toBeGreaterThan(1_000);
});
