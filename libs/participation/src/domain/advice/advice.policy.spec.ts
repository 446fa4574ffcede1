import { describe, expect, it } from '@jest/globals';
import { adviceProblems } from './advice.policy.js';

const codes = (problems: readonly { code: string; path: readonly (string | number)[] }[]) => problems.map(({ code, path }) => `${path.join('.')}: ${code}`);

describe('a question or an advice', () => {
  it('has words of a language', () => {
    expect(adviceProblems({ text: 'Geht das?', language: 'de' }, 'question')).toEqual([]);
    expect(codes(adviceProblems({ text: ' ', language: '<b>' }, 'question'))).toEqual(['question: TEXT_REQUIRED', 'language: LANGUAGE_INVALID']);
    expect(codes(adviceProblems({ text: 'x'.repeat(20_001), language: 'de' }, 'advice'))).toEqual(['advice: TEXT_TOO_LONG']);
    expect(codes(adviceProblems({ text: 'a\u0000b', language: 'ar' }, 'advice'))).toEqual(['advice: TEXT_NOT_STORABLE']);
  });
});
