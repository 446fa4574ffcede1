import { describe, expect, it } from '@jest/globals';
import { firstWords } from './first-words.js';

describe('the beginning of a text', () => {
  it.each([
    ['Mehr Platz', 20, 'Mehr Platz'],
    ['  Mehr\n\nPlatz ', 20, 'Mehr Platz'],
    ['Bitte sagen, wer beteiligt wird (Beispiel)', 38, 'Bitte sagen, wer beteiligt wird …'],
    ['Bitte sagen, wer beteiligt wird', 13, 'Bitte sagen …'],
    ['Bitte sagen, wer', 12, 'Bitte sagen, …'],
    ['Deutschkurse am Abend', 12, 'Deutschkurse …'],
    ['Donaudampfschifffahrtsgesellschaft', 10, 'Donaudampf …'],
    ['👩‍🏫👩‍🏫 lernt', 6, '👩‍🏫👩‍🏫 …'],
  ])('%j in %i letters is %j', (text, most, words) => expect(firstWords(text, most)).toBe(words));
});
