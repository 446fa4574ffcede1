import { describe, expect, it } from '@jest/globals';
import { initialStandingFilter, readStandingFilter, standingVariables, writeStandingFilter } from './standing-filter.js';

describe('the filter of the standing', () => {
  it('survives the address', () => {
    const filter = { sectionId: 'S', organisationId: 'O', status: 'RUNNING', goalId: 'Z', year: 2026, isOverdue: true } as const;
    expect(String(writeStandingFilter(filter))).toBe('feld=S&organisation=O&stand=running&ziel=Z&jahr=2026&ueberfaellig=ja');
    expect(readStandingFilter(writeStandingFilter(filter))).toEqual(filter);
    expect(standingVariables(filter)).toEqual({ sectionIds: ['S'], organisationIds: ['O'], statuses: ['RUNNING'], goalIds: ['Z'], year: 2026, isOverdue: true });
  });

  it('is nothing when nothing is chosen, or what is chosen is unknown', () => {
    expect([String(writeStandingFilter(initialStandingFilter)), standingVariables(initialStandingFilter)]).toEqual(['', null]);
    expect(readStandingFilter(new URLSearchParams('stand=fertig&jahr=bald&ueberfaellig=vielleicht'))).toEqual(initialStandingFilter);
  });
});
