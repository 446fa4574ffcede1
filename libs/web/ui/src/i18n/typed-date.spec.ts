import { describe, expect, it } from '@jest/globals';
import { readTypedDate } from './typed-date.js';

describe('a date as people type it', () => {
  it.each([
    ['29.01.2020', '2020-01-29'], ['29.1.2020', '2020-01-29'], ['29. Januar 2020', '2020-01-29'], ['2020-01-29', '2020-01-29'], ['3. März 2021', '2021-03-03'],
    ['Mai 1990', '1990-05'], ['03/2025', '2025-03'], ['3.2025', '2025-03'], ['2025-03', '2025-03'], ['sept. 2017', '2017-09'], ['May 1990', '1990-05'],
    ['Q3 2025', '2025-Q3'], ['q3/2025', '2025-Q3'], ['3. Quartal 2025', '2025-Q3'], ['2025-Q3', '2025-Q3'],
    ['Herbst 2017', '2017-autumn'], ['Frühjahr 2023', '2023-spring'],
    ['2014', '2014'], ['1990er', '1990s'], ['1990er-Jahre', '1990s'],
    ['2017/2018', '2017/2018'], ['2017–2018', '2017/2018'], ['2017-2018', '2017/2018'], ['2017 bis 2018', '2017/2018'], ['09/2017 - 02/2018', '2017-09/2018-02'], ['11.9.2017 – 3.2.2018', '2017-09-11/2018-02-03'],
    ['ohne Datum', 'undated'], ['jährlich', 'yearly'], ['  2014 ', '2014'],
  ])('is understood: %s', (typed, sent) => {
    expect(readTypedDate(typed)).toBe(sent);
  });

  it.each(['bald', '', '2017/2018/2019', '13', '5 Mai', 'Q5 2020'])('goes to the server as it is when it is none: %j', (typed) => {
    expect(readTypedDate(typed)).toBe(typed);
  });
});
