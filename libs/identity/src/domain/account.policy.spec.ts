import { expect, it } from '@jest/globals';
import { accountErrors, type NewAccount } from './account.policy.js';

const fine: NewAccount = { displayName: 'Beispielperson', email: 'name@stadt.example.org', password: 'vier Wörter ohne Bezug', passwordConfirmation: 'vier Wörter ohne Bezug' };
const codes = (change: Partial<NewAccount>): string[] => accountErrors({ ...fine, ...change }).map(({ code }) => code);
const withPassword = (password: string): string[] => codes({ password, passwordConfirmation: password });

it('an account has a name, a mail address and a password twice', () => expect(codes({})).toEqual([]));

it('everything that is missing is said at once', () => {
  expect(codes({ displayName: ' ', email: '', password: '', passwordConfirmation: 'x' })).toEqual(['NAME_REQUIRED', 'EMAIL_REQUIRED', 'PASSWORD_TOO_SHORT', 'PASSWORD_NOT_REPEATED']);
});

it.each(['name', 'name@stadt', 'na me@stadt.de', 'a@b.de\nBcc: c@d.de', `${'a'.repeat(250)}@b.de`])('%j is no mail address', (email) => expect(codes({ email })).toEqual(['EMAIL_INVALID']));

it.each(['aaaaaaaaaaaa', '123456789012', 'abcdefghijklmn', 'Name@Stadt.example.org', ' name@stadt.example.org '])('%s is tried first by whoever guesses', (password) => expect(withPassword(password)).toEqual(['PASSWORD_GUESSABLE']));
