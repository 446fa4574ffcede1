import { expect, it } from '@jest/globals';
import { accentInTheDark, contrastOf } from './accent.js';

it('contrast is counted as WCAG does', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

it.each(['#1b5e20', '#7a0000', '#00008b', '#000000'])('%s gets light enough for the dark look', (colour) => {
  expect(contrastOf(accentInTheDark(colour), '#000000')).toBeGreaterThanOrEqual(7);
});
