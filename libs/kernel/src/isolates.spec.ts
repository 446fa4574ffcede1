import { describe, expect, it } from '@jest/globals';
import { isolatedIn, withoutIsolates } from './isolates.js';

describe('words of the other direction', () => {
  it.each([['rtl', 'Verein (Beispiel)'], ['rtl', 'Спільнота'], ['ltr', 'جمعية'], ['rtl', 'جمعية Brücke']] as const)('are isolated: %s, %s', (direction, text) => {
    expect(isolatedIn(direction, text)).toBe(`\u2068${text}\u2069`);
    expect(withoutIsolates(`a ${isolatedIn(direction, text)} b`)).toBe(`a ${text} b`);
  });
});

describe('words of the same direction, and figures alone', () => {
  it.each([['ltr', 'Verein (Beispiel)'], ['rtl', 'جمعية'], ['rtl', '12 (2027)'], ['ltr', '']] as const)('stay as they are: %s, %s', (direction, text) => {
    expect(isolatedIn(direction, text)).toBe(text);
  });
});
