import { describe, expect, it } from '@jest/globals';
import { filterStanding, isOverdue, standingOf } from './standing.js';
import type { StandingFilter, StandingMeasure } from './standing.js';

const today = '2026-07-01';
const measure = (id: string, facts: Partial<StandingMeasure> = {}): StandingMeasure => ({
  id, sectionId: 'sprache', leadOrganisationId: null, partnerIds: [], goalIds: [], status: null, reportedAt: null, isDiffering: false, periodFrom: null, periodTo: null, budgetAmount: null, ...facts,
});
const everything: StandingFilter = { sectionIds: null, organisationIds: null, statuses: null, goalIds: null, year: null, isOverdue: false };

describe('the standing of measures', () => {
  it('is overdue from the day after the last one, unless the measure is done, goes on or was dropped', () => {
    expect([isOverdue({ status: 'running', periodTo: '2026-06-30' }, today), isOverdue({ status: null, periodTo: '2026-06-30' }, today)]).toEqual([true, true]);
    expect([isOverdue({ status: 'running', periodTo: today }, today), isOverdue({ status: 'running', periodTo: null }, today)]).toEqual([false, false]);
    expect((['done', 'continued', 'dropped'] as const).map((status) => isOverdue({ status, periodTo: '2020-12-31' }, today))).toEqual([false, false, false]);
  });

  it('counts every status, those without one too, and adds money to the cent', () => {
    const { all, reported } = standingOf([
      measure('a', { status: 'done', budgetAmount: '0.10', reportedAt: new Date(0) }), measure('b', { status: 'done', budgetAmount: '0.20' }), measure('c', { budgetAmount: '1234567890123.5' }), measure('d'),
    ], today);
    expect(all.counts).toEqual([
      { status: 'idea', count: 0 }, { status: 'planned', count: 0 }, { status: 'running', count: 0 }, { status: 'done', count: 2 }, { status: 'continued', count: 0 }, { status: 'paused', count: 0 },
      { status: 'dropped', count: 0 }, { status: null, count: 2 },
    ]);
    expect([all.total, all.budget, all.budgeted, reported]).toEqual([4, '1234567890123.80', 3, 1]);
    expect(standingOf([measure('a'), measure('b', { budgetAmount: '-0.05' })], today).all.budget).toBe('-0.05');
    expect(standingOf([measure('a')], today).all.budget).toBeNull();
  });

  it('counts a measure once in its field and for its lead, and for each of its goals', () => {
    const { bySection, byLead, byGoal } = standingOf([
      measure('a', { leadOrganisationId: 'amt', goalIds: ['g', 'h'], status: 'running', periodTo: '2025-12-31' }), measure('b', { sectionId: 'wohnen', leadOrganisationId: 'amt', goalIds: ['h'] }), measure('c'),
    ], today);
    expect(bySection.map(({ sectionId, tally }) => [sectionId, tally.total, tally.overdue])).toEqual([['sprache', 2, 1], ['wohnen', 1, 0]]);
    expect(byLead.map(({ organisationId, tally }) => [organisationId, tally.total])).toEqual([['amt', 2], [null, 1]]);
    expect(byGoal.map(({ goalId, tally }) => [goalId, tally.total])).toEqual([['g', 1], ['h', 2]]);
  });

  it('names every year between the first and the last; what has no end goes on', () => {
    const { byYear } = standingOf([measure('a', { periodFrom: '2024-01-01' }), measure('b', { periodFrom: '2025-07-01', periodTo: '2026-12-31' }), measure('c')], today);
    expect(byYear).toEqual([
      { year: 2024, running: 1, beginning: 1, ending: 0 }, { year: 2025, running: 2, beginning: 1, ending: 0 }, { year: 2026, running: 2, beginning: 0, ending: 1 },
    ]);
    expect(standingOf([measure('a', { periodFrom: '0202-01-01', periodTo: '2026-12-31' })], today).byYear).toHaveLength(40);
  });

  it('is narrowed by field, party, status, goal, year and what is overdue', () => {
    const measures = [
      measure('a', { leadOrganisationId: 'amt', status: 'running', periodFrom: '2024-01-01', periodTo: '2025-12-31' }), measure('b', { sectionId: 'wohnen', partnerIds: ['amt'], status: 'done', periodFrom: '2026-01-01' }), measure('c', { goalIds: ['g'] }),
    ];
    const left = (filter: Partial<StandingFilter>) => filterStanding(measures, { ...everything, ...filter }, today).map(({ id }) => id);
    expect(left({})).toEqual(['a', 'b', 'c']);
    expect(left({ sectionIds: [], organisationIds: [], statuses: [] })).toEqual(['a', 'b', 'c']);
    expect([left({ sectionIds: ['wohnen'] }), left({ organisationIds: ['amt'] }), left({ statuses: ['done'] })]).toEqual([['b'], ['a', 'b'], ['b']]);
    expect([left({ goalIds: ['g', 'h'] }), left({ goalIds: ['h'] }), left({ goalIds: [] })]).toEqual([['c'], [], ['a', 'b', 'c']]);
    expect([left({ year: 2025 }), left({ year: 2027 }), left({ isOverdue: true })]).toEqual([['a'], ['b'], ['a']]);
  });

  it('is narrowed to exactly what each of its numbers counts', () => {
    const measures = [
      measure('a', { leadOrganisationId: 'amt', status: 'running', reportedAt: new Date(0), budgetAmount: '5.00', periodFrom: '2024-01-01', periodTo: '2025-12-31' }), measure('b', { partnerIds: ['amt'], status: 'done', periodFrom: '2025-01-01', isDiffering: true }), measure('c'),
    ];
    const left = (filter: Partial<StandingFilter>): number => filterStanding(measures, { ...everything, ...filter }, today).length;
    const { all, reported, differing, byLead, byYear } = standingOf(measures, today);
    expect(byLead.map(({ organisationId, tally }) => [left(organisationId === null ? { isWithoutLead: true } : { leadIds: [organisationId] }), tally.total])).toEqual([[1, 1], [2, 2]]);
    expect(all.counts.map(({ status, count }) => left(status === null ? { isWithoutStatus: true } : { statuses: [status] }) - count)).toEqual(all.counts.map(() => 0));
    expect([left({ isReported: true }), left({ isBudgeted: true }), left({ isOverdue: true }), left({ isDiffering: true })]).toEqual([reported, all.budgeted, all.overdue, differing]);
    expect(byYear.map(({ year }) => [left({ year }), left({ beginsIn: year }), left({ endsIn: year })])).toEqual(byYear.map(({ running, beginning, ending }) => [running, beginning, ending]));
  });
});
