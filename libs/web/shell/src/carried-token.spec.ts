import { expect, it } from '@jest/globals';
import { forgetToken, takeToken } from './carried-token.js';

it('a token leaves the address, lasts in the tab through signing in, and is forgotten', () => {
  const stored = new Map<string, string>();
  const storage = { getItem: (name: string) => stored.get(name) ?? null, setItem: (name: string, value: string) => void stored.set(name, value), removeItem: (name: string) => void stored.delete(name) };
  const addresses: string[] = [];
  const replace = (address: string): void => void addresses.push(address);
  const page = { pathname: '/einladung', search: '?lang=de' };
  expect(takeToken({ ...page, hash: '#abc-DEF' }, storage, replace)).toBe('abc-DEF');
  expect(addresses).toEqual(['/einladung?lang=de']);
  expect(takeToken({ ...page, hash: '' }, storage, replace)).toBe('abc-DEF');
  expect(takeToken({ ...page, pathname: '/passwort-neu', hash: '' }, storage, replace)).toBeNull();
  forgetToken('/einladung', storage);
  expect(takeToken({ ...page, hash: '' }, storage, replace)).toBeNull();
});
