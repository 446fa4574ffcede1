import { expect, it } from '@jest/globals';
import { isDueDay } from './due-day.policy.js';

it.each([['2027-03-01', true], ['2027-02-28', true], ['2027-02-27', false], ['2027-02-30', false], ['morgen', false]])('late in the evening of 28 February something can be wanted until %s: %s', (day, expected) => {
  expect(isDueDay(day, new Date('2027-02-28T22:30:00Z'))).toBe(expected);
});
