import { describe, expect, it } from '@jest/globals';
import { MAX_TEXT_LENGTH, replyProblems, wordProblems } from './contribution-text.policy.js';
import type { ContributionWords } from './contribution-text.policy.js';

const words: ContributionWords = { kind: 'question', title: null, text: 'Wann beginnt es?', quote: null, replacement: null, language: 'de' };
const told = (change: Partial<ContributionWords>): string[] => wordProblems({ ...words, ...change }).map(({ code, path }) => `${code} at ${path.join('.')}`);

describe('the words of a contribution', () => {
  it.each<[string, Partial<ContributionWords>]>([
    ['a question', {}], ['support without a word', { kind: 'support', text: '' }], ['a replacement alone', { kind: 'proposal', text: '', replacement: 'besser so' }],
    ['Arabic', { text: 'متى يبدأ؟', language: 'ar' }], ['plain German', { language: 'de-x-leicht' }], ['a replacement by nothing', { kind: 'proposal', text: '', replacement: '' }],
  ])('may be %s', (_what, change) => expect(told(change)).toEqual([]));

  it.each<[Partial<ContributionWords>, string]>([
    [{ text: '  ' }, 'TEXT_REQUIRED at text'], [{ text: 'x'.repeat(MAX_TEXT_LENGTH + 1) }, 'TEXT_TOO_LONG at text'], [{ text: 'a\u0000b' }, 'TEXT_NOT_STORABLE at text'],
    [{ kind: 'new_measure' }, 'TITLE_REQUIRED at title'], [{ title: 'x'.repeat(301) }, 'TITLE_TOO_LONG at title'], [{ title: 'a\u0000' }, 'TEXT_NOT_STORABLE at title'],
    [{ quote: 'x'.repeat(2001) }, 'TEXT_TOO_LONG at quote'], [{ replacement: 'x'.repeat(20_001) }, 'TEXT_TOO_LONG at replacement'],
    [{ language: 'Deutsch, bitte' }, 'LANGUAGE_INVALID at language'],
  ])('%j are refused', (change, problem) => expect(told(change)).toEqual([problem]));

  it('of a reply are asked for the same', () => {
    expect(replyProblems({ text: 'Danke', language: 'de' })).toEqual([]);
    expect(replyProblems({ text: '', language: '' }).map(({ code }) => code)).toEqual(['TEXT_REQUIRED', 'LANGUAGE_INVALID']);
  });
});
