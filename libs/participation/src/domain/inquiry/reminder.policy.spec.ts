import { describe, expect, it } from '@jest/globals';
import { isReminded, REMINDER_OUTCOMES, reminderOutcome } from './reminder.policy.js';

const day = new Date('2026-11-02T09:00:00Z');
const asked = { handedInAt: null, askedAt: day };
const reached = { hasAddress: true, nextMailAt: null };

describe('a reminder that the office wants', () => {
  it.each([
    ['now', false, asked, reached],
    ['later', false, asked, { ...reached, nextMailAt: day }],
    ['not_asked_yet', false, { ...asked, askedAt: null }, reached],
    ['no_address', false, { ...asked, askedAt: null }, { ...reached, hasAddress: false }],
    ['example', true, asked, reached],
    ['handed_in', true, { ...asked, handedInAt: day }, { hasAddress: false, nextMailAt: day }],
  ] as const)('is %s', (outcome, isExample, recipient, reach) => {
    expect(reminderOutcome({ isExample }, recipient, reach)).toBe(outcome);
  });

  it('goes out only now or later', () => {
    expect(REMINDER_OUTCOMES.filter(isReminded)).toEqual(['now', 'later']);
  });
});
