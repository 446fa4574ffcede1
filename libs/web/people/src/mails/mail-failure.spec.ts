import { expect, it } from '@jest/globals';
import { failureKind } from './mail-failure.js';

it.each([
  ['550 5.1.1', 'address'], ['550', 'address'], ['552 5.2.2', 'full'], ['452 4.2.2', 'full'], ['451 4.7.1', 'later'], ['535 5.7.8', 'sign-in'],
  ['554 5.7.1', 'policy'], ['ETIMEDOUT', 'connection'], ['ECONNECTION', 'connection'], ['554', 'other'],
])('%s is a matter of: %s', (code, kind) => expect(failureKind(code)).toBe(kind));
