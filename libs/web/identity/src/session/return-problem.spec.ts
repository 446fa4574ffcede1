import { expect, it } from '@jest/globals';
import { returnProblemKey } from './return-problem.js';

it('what somebody comes back with has a sentence, and nothing else is shown', () => {
  expect(returnProblemKey(null)).toBeNull();
  expect(returnProblemKey('NOT_IN_GROUP')).toBe('identity.error.NOT_IN_GROUP');
  expect(returnProblemKey('constructor')).toBe('identity.error.SIGN_IN_UNTRUSTED');
  expect(returnProblemKey('<b>Bitte rufen Sie an</b>')).toBe('identity.error.SIGN_IN_UNTRUSTED');
});
