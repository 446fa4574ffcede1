import { describe, expect, it } from '@jest/globals';
import { safeReturnPath } from './return-path.js';

const origin = 'https://konzepte.example.org';
const follow = (asked: string | null): string => safeReturnPath(asked, origin);

describe('the address after signing in', () => {
  it.each(['/konzepte', '/konzepte/1/abschnitte/2?block=b-3', '/indikatoren/7#werte', '/organisationen?suche=a%2Fb'])('is the page that was asked for: %s', (path) => {
    expect(follow(path)).toBe(path);
  });

  it('is the start page when none was asked for', () => {
    expect(follow(null)).toBe('/');
    expect(follow('')).toBe('/');
  });

  it.each(['https://boese.example', '//boese.example', '/\\boese.example', '/\t/boese.example', '/\n/boese.example', 'javascript:alert(1)', 'konzepte', '\\\\boese.example', 'https:/konzepte', '///boese.example', '/a/..//boese.example'])(
    'is never on another host: %j', (asked) => {
      expect(follow(asked)).toBe('/');
    });

  it('keeps a path within this host when it climbs above its start', () => {
    expect(follow('/../../konzepte')).toBe('/konzepte');
  });

  it('is not the page for signing in again', () => {
    expect(follow('/anmelden?weiter=/konto')).toBe('/');
  });
});
