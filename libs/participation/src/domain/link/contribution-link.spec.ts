import { describe, expect, it } from '@jest/globals';
import { isSenderKey, linkProblems, senderProblems } from './contribution-link.js';

const now = new Date('2026-11-26T12:00:00Z');
const link = { sectionIds: ['s'], title: 'Elternvertretungen' };
const codesOf = (part: Partial<typeof link>, expiresAt: Date | null = new Date('2026-12-24T22:59:00Z')): string[] => linkProblems({ ...link, ...part }, expiresAt, now).map(({ code }) => code);

describe('a link that is passed on', () => {
  it('has a name, fields of action and a last day within a year', () => expect(codesOf({})).toEqual([]));

  it('is refused without them, with all that is wrong at once', () => {
    expect(codesOf({ title: '  ', sectionIds: [] }, now)).toEqual(['LINK_TITLE_REQUIRED', 'SECTIONS_REQUIRED', 'LINK_END_INVALID']);
    expect(codesOf({ title: 'x'.repeat(121) })).toEqual(['LINK_TITLE_TOO_LONG']);
    for (const expiresAt of [new Date('2027-11-29T12:00:00Z'), null]) expect(codesOf({}, expiresAt)).toEqual(['LINK_END_INVALID']);
  });
});

it('a key that a browser has drawn is taken, and what is guessed by hand is not', () => {
  expect(isSenderKey('A'.repeat(42) + '_')).toBe(true);
  for (const key of ['', '1234', 'A'.repeat(44), `${'A'.repeat(42)}+`]) expect(isSenderKey(key)).toBe(false);
});

it('what somebody says of herself is short and can be stored', () => {
  expect([senderProblems(null), senderProblems('Frau B.'), senderProblems('x'.repeat(121)).map(({ code }) => code), senderProblems('\u0000').map(({ code }) => code)]).toEqual([[], [], ['SENDER_TOO_LONG'], ['TEXT_NOT_STORABLE']]);
});
