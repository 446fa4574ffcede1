import { expect, it } from '@jest/globals';
import { countWords } from './word-count.js';

it.each([
  ['', 0], ['  \n ', 0], ['Wort', 1], ['Kita-Plätze für alle – auch für Neuzugewanderte', 6], ['Bis 2027: 40 Plätze.', 4], ['…, – !', 0], ['تعليم اللغة للجميع', 3],
])('%j has as many words as people count', (text, count) => expect(countWords(text)).toBe(count));
