import { describe, expect, it } from '@jest/globals';
import { cardProblems, MAX_CARD_LENGTH, reasonProblems, reordered } from './card.js';

const card = { tableId: 't', kind: 'proposal', title: null, text: 'Mehr Bänke', language: 'ar' } as const;

describe('the words of a card', () => {
  it.each([
    [{}, []], [{ text: ' ' }, ['TEXT_REQUIRED']], [{ text: 'x'.repeat(MAX_CARD_LENGTH + 1) }, ['CARD_TOO_LONG']], [{ text: 'x\u0000' }, ['TEXT_NOT_STORABLE']], [{ language: '<b>' }, ['LANGUAGE_INVALID']],
    [{ kind: 'new_measure' as const }, ['TITLE_REQUIRED']], [{ text: '<script>alert(1)</script>' }, []],
  ])('%j: %j', (part, codes) => {
    expect(cardProblems({ ...card, ...part }).map(({ code }) => code)).toEqual(codes);
  });
});

it.each([['', ['REASON_REQUIRED']], ['Beleidigung', []], ['x'.repeat(501), ['REASON_TOO_LONG']]])('the reason %.12s: %j', (reason, codes) => {
  expect(reasonProblems(reason).map(({ code }) => code)).toEqual(codes);
});

it.each([[null, 'bca'], ['c', 'bac'], ['b', 'abc'], ['gone', 'bca'], ['a', 'bca']])('a card put before %p: %s', (before, order) => {
  expect(reordered(['a', 'b', 'c'], 'a', before).join('')).toBe(order);
});
