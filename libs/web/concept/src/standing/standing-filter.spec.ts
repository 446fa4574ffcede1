import { describe, expect, it } from '@jest/globals';
import { initialStandingFilter, NONE, readStandingFilter, standingVariables, writeStandingFilter } from './standing-filter.js';

describe('the filter of the standing', () => {
  it('survives the address', () => {
    const filter = { sectionId: 'S', organisationId: 'O', leadId: 'L', status: 'RUNNING', goalId: 'Z', year: 2026, beginsIn: 2025, endsIn: 2027, isOverdue: true, isReported: true, isDiffering: true, isBudgeted: true } as const;
    expect(String(writeStandingFilter(filter))).toBe('feld=S&organisation=O&federfuehrung=L&stand=running&ziel=Z&jahr=2026&beginnt=2025&endet=2027&ueberfaellig=ja&berichtet=ja&verschieden=ja&kosten=ja');
    expect(readStandingFilter(writeStandingFilter(filter))).toEqual(filter);
    expect(standingVariables(filter)).toEqual({ sectionIds: ['S'], organisationIds: ['O'], leadOrganisationIds: ['L'], statuses: ['RUNNING'], goalIds: ['Z'], year: 2026, beginsIn: 2025, endsIn: 2027, isOverdue: true, isReported: true, isDiffering: true, isBudgeted: true });
  });

  it('can want what has no lead and no state', () => {
    const filter = { ...initialStandingFilter, leadId: NONE, status: NONE } as const;
    expect(readStandingFilter(writeStandingFilter(filter))).toEqual(filter);
    expect(standingVariables(filter)).toEqual({ isWithoutLead: true, isWithoutStatus: true });
  });

  it('is nothing when nothing is chosen, or what is chosen is unknown', () => {
    expect([String(writeStandingFilter(initialStandingFilter)), standingVariables(initialStandingFilter)]).toEqual(['', null]);
    expect(readStandingFilter(new URLSearchParams('stand=fertig&jahr=bald&ueberfaellig=vielleicht'))).toEqual(initialStandingFilter);
  });
});
