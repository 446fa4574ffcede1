import { describe, expect, test } from '@jest/globals';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { UndeliverableError } from '@konzeptwerkstatt/platform-outbox';
import { failureCode } from './failure-code.js';
import { failureReason, InvalidJobError, JobTimeoutError } from './failure-reason.js';

describe('the kind of a failure', () => {
  test.each([
    [new JobTimeoutError(400), 'timed_out'],
    [new InvalidJobError('No processor for a.b'), 'data_unfit'],
    [new UndeliverableError('gone'), 'undeliverable'],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'unreachable'],
    [new Error('x', { cause: Object.assign(new Error('y'), { code: '57P01' }) }), 'unreachable'],
    [new ApplicationError('NOT_FOUND', 'weg'), 'refused'],
    [new RangeError('Yusuf Demir was here'), 'unexpected'],
  ])('of %s is told by the reason that is stored: %s', (error, code) => expect(failureCode(failureReason(error))).toBe(code));

  test('that ended its process is told by what the queue notes', () => expect(failureCode('its process ended more than ten times while it ran')).toBe('process_ended'));
});
