import { describe, expect, it } from '@jest/globals';
import { monthsLater, nextTitle } from './inquiry-round.policy.js';

describe('the next round of an inquiry', () => {
  it.each([['2026-06-30', 12, '2027-06-30'], ['2024-02-29', 12, '2025-02-28'], ['2024-02-29', 24, '2026-02-28'], ['2026-12-31', 24, '2028-12-31']])('of %s is %d months later on %s', (day, months, later) => {
    expect(monthsLater(day, months)).toBe(later);
  });

  it('is called after its own year', () => {
    expect(nextTitle('Jahresstand 2026', '2026-06-30', 12)).toBe('Jahresstand 2027');
    expect(nextTitle('Stand 2026 zum Haushalt 2027', '2026-06-30', 24)).toBe('Stand 2028 zum Haushalt 2027');
    expect(nextTitle('Beschluss 12026 und 20267', '2026-06-30', 12)).toBe('Beschluss 12026 und 20267');
  });
});
