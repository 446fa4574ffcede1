import { expect, it } from '@jest/globals';
import { ownPath } from './own-path.policy.js';

it.each(['/', '/konzepte/1?ansicht=lesen#block', '/konto'])('%s is a path of this installation', (path) => expect(ownPath(path)).toBe(path));

it.each([null, undefined, '', 'konto', 'https://boese.example', '//boese.example', '/\\boese.example', '/\t/boese.example', '/a/..//boese.example', '/%2e%2e//boese.example', 'javascript:alert(1)', '/anmelden?weiter=/x', '/oidc/callback?code=1', `/${'x'.repeat(600)}`])(
  '%p leads to the start page', (path) => expect(ownPath(path)).toBe('/'));
