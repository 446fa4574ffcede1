import { describe, expect, it } from '@jest/globals';
import { RESPONSE_VERDICTS, responseProblems } from './response.policy.js';

const told = (...[verdict, reasons]: [(typeof RESPONSE_VERDICTS)[number], string]): string[] => responseProblems({ verdict, reasons }).map(({ code }) => code);

describe('the answer to a contribution', () => {
  it.each(RESPONSE_VERDICTS.map((verdict) => [verdict, ['partly', 'not'].includes(verdict)] as const))('%s: must give reasons: %s', (verdict, must) => {
    expect(told(verdict, ' \n')).toEqual(must ? ['REASONS_REQUIRED'] : []);
    expect(told(verdict, 'Dafür fehlt die Zuständigkeit.')).toEqual([]);
  });

  it('takes reasons as a text of some length', () => {
    expect([told('not', 'x'.repeat(20_001)), told('noted', 'a\u0000b')]).toEqual([['TEXT_TOO_LONG'], ['TEXT_NOT_STORABLE']]);
  });
});
