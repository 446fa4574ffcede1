import { describe, expect, it } from '@jest/globals';
import { readDecimal } from './typed-number.js';

describe('an amount as people type it', () => {
  it('may be written the German or the plain way', () => {
    expect(readDecimal('1.250,50', 12)).toBe('1250.50');
    expect(readDecimal('1250.5', 12)).toBe('1250.5');
    expect(readDecimal('12.500', 12)).toBe('12500');
    expect(readDecimal('0,75', 5)).toBe('0.75');
    expect(readDecimal(' 20 000 € ', 12)).toBe('20000');
    expect(readDecimal('0', 5)).toBe('0');
  });

  it('is refused when it is no amount', () => {
    for (const text of ['', 'viel', '-5', '1,234,5', '1.2.3,4,5', '1e9', '1234567890123']) expect(readDecimal(text, 12)).toBeNull();
  });
});
