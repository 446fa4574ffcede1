import { describe, expect, it } from '@jest/globals';
import { deviceLabel } from './device-label.policy.js';
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
  it.each([['x'.repeat(11), ['PASSWORD_TOO_SHORT']], ['x'.repeat(12), []], ['x'.repeat(200), []], ['x'.repeat(201), ['PASSWORD_TOO_LONG']]])('is judged by its length', (password, codes) => {
    expect(newPasswordErrors(password, 'newPassword').map(({ code }) => code)).toEqual(codes);
  });
});

describe('the label of a device', () => {
  it('names browser and system, and nothing finer', () => {
    expect(deviceLabel('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0')).toBe('Firefox, Windows');
    expect(deviceLabel('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605 Version/17 Safari/605')).toBe('Safari, macOS');
    expect(deviceLabel('curl/8')).toBe('Unbekanntes Gerät');
  });
});
