import { expect, it } from '@jest/globals';
import { groupedCode, letterCode, normalisedToken } from './link-code.policy.js';

it('a code of a letter is found however it is typed', () => {
  const code = letterCode(Uint8Array.from({ length: 16 }, (_, index) => index * 7));
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  expect(normalisedToken(groupedCode(code))).toBe(code);
  expect(normalisedToken(` ${groupedCode(code).toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
  expect(normalisedToken('o1il-0000-0000-0000')).toBe('0111000000000000');
});

it('a token of a mail stays as it is', () => {
  const token = 'aB-_cdefghijklmnopqrstuvwxyz0123456789ABCDE';
  expect(normalisedToken(token)).toBe(token);
});
