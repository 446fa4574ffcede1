import { expect, it } from '@jest/globals';
import { providedAccount, verifiedEmail } from './provided-account.policy.js';

it('an account is made of a checked address and a name', () => {
  expect(providedAccount({ email: ' Sara@Stadt.example ', isEmailVerified: true, name: ' Sara Beispiel ' })).toEqual({ email: 'sara@stadt.example', displayName: 'Sara Beispiel' });
  expect(providedAccount({ email: 'sara@stadt.example', isEmailVerified: true, name: 'x\u0000' })?.displayName).toBe('sara@stadt.example');
  expect(providedAccount({ email: 'sara@stadt.example', isEmailVerified: true, name: 'x'.repeat(300) })?.displayName).toHaveLength(100);
});

it.each([[null, true], ['sara@stadt.example', false], ['sara', true], ['a@b@stadt.example', true], ['sara@stadt.example\u0000', true], [`${'x'.repeat(250)}@stadt.example`, true]])('%p (checked: %p) is no address to go by', (email, isEmailVerified) => {
  expect(verifiedEmail({ email, isEmailVerified, name: null })).toBeNull();
});
