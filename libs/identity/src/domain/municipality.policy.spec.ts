import { describe, expect, it } from '@jest/globals';
import { agsErrors, belongsTo, tidyAgs } from './municipality.policy.js';

const codes = (ags: string): string[] => agsErrors(ags).map(({ code }) => code);

describe('the municipality key', () => {
  it.each(['14713000', '01053001', ' 0105 3001 '])('%s is one', (ags) => expect(codes(ags)).toEqual([]));
  it.each(['1471300', '147130000', '1471300a', '', '١٤٧١٣٠٠٠'])('%j is none', (ags) => expect(codes(ags)).toEqual(['AGS_FORMAT']));
  it.each(['00053001', '17053001'])('%s names no Land', (ags) => expect(codes(ags)).toEqual(['AGS_LAND']));

  it('keeps its leading zeros', () => expect(tidyAgs(' 01 05 30 01')).toBe('01053001'));

  it('names the county by its first five digits', () => {
    expect(belongsTo('01053001', '01053000')).toBe(true);
    expect(belongsTo('01054001', '01053000')).toBe(false);
    expect(belongsTo('01053001', null)).toBe(false);
  });
});
