import { describe, expect, it } from '@jest/globals';
import { deviceLabel } from './device-label.policy.js';
import { newAccountErrors } from './new-account.policy.js';
import { newPasswordErrors } from './password.policy.js';
import { grantsOfRole } from './role-grant.policy.js';

describe('the grants of a role', () => {
  it('cover the process when no section is named', () => {
    expect(grantsOfRole({ processId: 'p', role: 'editor', sectionIds: [] })).toEqual([{ role: 'editor', scopeKind: 'process', scopeId: 'p' }]);
  });

  it('cover the named sections, and reading the rest', () => {
    expect(grantsOfRole({ processId: 'p', role: 'contributor', sectionIds: ['a', 'b'] })).toEqual([
      { role: 'reader', scopeKind: 'process', scopeId: 'p' }, { role: 'contributor', scopeKind: 'section', scopeId: 'a' }, { role: 'contributor', scopeKind: 'section', scopeId: 'b' },
    ]);
  });
});

describe('a new password', () => {
  const codesOf = (password: string, email = ''): string[] => newPasswordErrors(password, 'newPassword', email).map(({ code }) => code);
  const ofLength = (length: number): string => 'vier Wörter '.repeat(20).slice(0, length);

  it.each([[11, ['PASSWORD_TOO_SHORT']], [12, []], [200, []], [201, ['PASSWORD_TOO_LONG']]])('is judged by its length: %i', (length, codes) => expect(codesOf(ofLength(length))).toEqual(codes));

  it.each(['Erika.Beispiel@Stadt.example.org', ' erika.beispiel@stadt.example.org', 'ERIKA.BEISPIEL', 'xxxxxxxxxxxx'])('is not what is tried first: %j', (password) => {
    expect(codesOf(password, 'erika.beispiel@stadt.example.org')).toEqual(['PASSWORD_GUESSABLE']);
  });

  it('is not the address that an invitation went to', () => {
    expect(newAccountErrors({ name: 'Erika', email: 'erika.beispiel@stadt.example.org', password: 'erika.beispiel' })).toMatchObject([{ code: 'PASSWORD_GUESSABLE', path: ['password'] }]);
  });

  it.each(['erika.beispiel', 'erika.beispiel und ein Dach', 'stadt.example.org'])('may have words of addresses: %j', (password) => {
    expect(codesOf(password, 'e.beispiel@stadt.example.org')).toEqual([]);
  });
});

describe('the label of a device', () => {
  it('names browser and system, and nothing finer', () => {
    expect(deviceLabel('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0')).toBe('Firefox, Windows');
    expect(deviceLabel('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605 Version/17 Safari/605')).toBe('Safari, macOS');
    expect(deviceLabel('curl/8')).toBe('Unbekanntes Gerät');
  });
});
