import { expect, it } from '@jest/globals';
import { shiftInto } from './cursor-labels.js';

const text = { left: 20, right: 370 };

it.each([
  ['within the text stays', { left: 100, right: 300 }, 0],
  ['that ends at its edge stays', { left: 100, right: 370 }, 0],
  ['beyond its right edge is moved to the left', { left: 300, right: 450 }, -80],
  ['beyond its left edge is moved to the right', { left: -30, right: 120 }, 50],
  ['wider than it begins where it does', { left: 100, right: 500 }, -80],
])('a name %s', (_what, label, shift) => {
  expect(shiftInto(text, label)).toBe(shift);
});
