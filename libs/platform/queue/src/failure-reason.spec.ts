import { describe, expect, test } from '@jest/globals';
import { ApplicationError, ValidationError } from '@konzeptwerkstatt/kernel';
import { z } from 'zod';
import { failureReason, JobTimeoutError } from './failure-reason.js';

describe('the reason of a failure', () => {
  test('never holds the message of a foreign error, nor of its cause', () => {
    const error = new TypeError('Yusuf Demir <yusuf@example.org> is not a function', { cause: new Error('password of Yusuf') });
    expect(failureReason(error)).not.toMatch(/Yusuf|example/);
  });

  test('names kind, code and place', () => {
    expect(failureReason(Object.assign(new Error('secret'), { code: '23505' }))).toMatch(/^Error 23505 at failure-reason\.spec\.ts:\d+/);
  });

  test('tells the code of an error of ours, without its sentence', () => {
    expect(failureReason(new ApplicationError('CONFLICT', 'Frau Demir war schneller'))).toMatch(/^ApplicationError CONFLICT at/);
    expect(failureReason(new ValidationError([{ code: 'TITLE_MISSING', message: 'x', path: ['title'] }]))).toMatch(/TITLE_MISSING at title/);
  });

  test('tells which fields of data are wrong, without their values', () => {
    const { error } = z.object({ mail: z.email() }).safeParse({ mail: 'Yusuf' });
    expect(failureReason(error)).toMatch(/invalid_format at mail/);
    expect(failureReason(error)).not.toMatch(/Yusuf/);
  });

  test('tells how long a job was allowed to take', () => {
    expect(failureReason(new JobTimeoutError(500))).toMatch(/^JobTimeoutError: Ran longer than 500 ms/);
  });
});
