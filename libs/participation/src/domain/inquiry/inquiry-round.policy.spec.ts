import { describe, expect, it } from '@jest/globals';
import { monthsLater, nextTitle } from './inquiry-round.policy.js';

describe('the next round of an inquiry', () => {
  it.each([['2026-06-30', 12, '2027-06-30'], ['2024-02-29', 12, '2025-02-28'], ['2024-02-29', 24, '2026-02-28'], ['2026-12-31', 24, '2028-12-31']])('of %s is %d months later on %s', (day, months, later) => {
    expect(monthsLater(day, months)).toBe(later);
  });

  it.each([
    ['Jahresstand 2026', '2026-06-30', 12, 'Jahresstand 2027'],
    ['Jahresstand 2025', '2026-01-31', 12, 'Jahresstand 2026'],
    ['Stand 2026 zum Haushalt 2027/2028', '2026-06-30', 24, 'Stand 2028 zum Haushalt 2029/2030'],
    ['Kursjahr 2025/26', '2026-08-31', 12, 'Kursjahr 2026/27'],
    ['Wie weit sind wir?', '2026-06-30', 12, 'Wie weit sind wir?'],
  ])('is called after its own years: “%s” until %s, after %d months', (title, closesOn, months, next) => {
    expect(nextTitle(title, closesOn, months)).toBe(next);
  });

  it('leaves the years of other things as they are', () => {
    expect(nextTitle('Konzept 2025, Stand 2026', '2026-06-30', 12)).toBe('Konzept 2025, Stand 2027');
    expect(nextTitle('Konzept 2020–2026: Jahresstand', '2026-06-30', 12)).toBe('Konzept 2020–2026: Jahresstand');
    expect(nextTitle('Beschluss 12026 und 20267', '2026-06-30', 12)).toBe('Beschluss 12026 und 20267');
  });
});
