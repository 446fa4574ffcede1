import { describe, expect, it } from '@jest/globals';
import { wrappedLines } from './wrapped-lines.js';

describe('lines of a picture', () => {
  it('hold as many words as have room', () => {
    expect(wrappedLines('ein Kreuz steht hier', 10, ({ length }) => length)).toEqual(['ein Kreuz', 'steht hier']);
    expect(wrappedLines('kurz', 10, ({ length }) => length)).toEqual(['kurz']);
  });

  it('lose no word that is longer than a line', () => {
    expect(wrappedLines('die Bevölkerungsstatistik zählt', 10, ({ length }) => length)).toEqual(['die', 'Bevölkerungsstatistik', 'zählt']);
  });
});
