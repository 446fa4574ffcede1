import { expect, it } from '@jest/globals';
import { columnLetters } from './sheet-columns.js';

it.each([[0, 'A'], [25, 'Z'], [26, 'AA'], [51, 'AZ'], [52, 'BA'], [299, 'KN']])('column %i is called %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
});
