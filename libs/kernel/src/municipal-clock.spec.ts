import { expect, it } from '@jest/globals';
import { municipalClock } from './municipal-clock.js';

it("the town's clock shows its own day and time, in summer and in winter", () => {
  expect(municipalClock(new Date('2027-03-28T01:00:00Z'))).toEqual({ day: '2027-03-28', time: '03:00' });
  expect(municipalClock(new Date('2027-12-31T23:30:00Z'))).toEqual({ day: '2028-01-01', time: '00:30' });
});
