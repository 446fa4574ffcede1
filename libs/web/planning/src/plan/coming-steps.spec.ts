import { expect, it } from '@jest/globals';
import { comingSteps } from './coming-steps.js';

const phase = (title: string, opensAt: string, closesAt: string | null) => ({ title, opensAt, closesAt });
const step = (title: string, dateFrom: string | null, datePrecision = 'DAY') => ({ node: { title, dateFrom, datePrecision } });
const of = (phases: ReturnType<typeof phase>[], steps: ReturnType<typeof step>[], now: string) =>
  comingSteps({ phases, steps: { edges: steps }, gatherings: [] } as never, new Date(now)).map(({ kind, title, day }) => `${day} ${title} ${kind}`);

it('the next three steps are those still to come, the nearest first', () => {
  const phases = [phase('Schreiben', '2027-03-01T07:00:00Z', '2027-04-01T16:00:00Z'), phase('Rat', '2027-05-05T06:00:00Z', '2027-05-05T20:00:00Z'), phase('Bündnis', '2027-06-01T06:00:00Z', null)];
  expect(of(phases, [step('Konferenz', '2027-03-15')], '2027-03-02T10:00:00Z')).toEqual(['2027-03-15 Konferenz happens', '2027-04-01 Schreiben closes', '2027-05-05 Rat happens']);
  expect(of(phases, [step('Konferenz', '2027-03-15')], '2027-05-06T10:00:00Z')).toEqual(['2027-06-01 Bündnis opens']);
});

it('a day is one of the town clock: what closes at half past eleven at night closes that day', () => {
  expect(of([phase('Schreiben', '2027-03-01T07:00:00Z', '2027-03-31T21:30:00Z')], [], '2027-03-31T10:00:00Z')).toEqual(['2027-03-31 Schreiben closes']);
});

it('a meeting of today is still to come, one without a day is not shown', () => {
  expect(of([], [step('Heute', '2027-03-31'), step('Gestern', '2027-03-30'), step('Frühjahr', '2027-03-01', 'QUARTER'), step('Irgendwann', null, 'UNKNOWN')], '2027-03-31T20:00:00Z')).toEqual(['2027-03-31 Heute happens']);
});

it('a planned workshop is a step like any other', () => {
  const gatherings = [{ title: 'Werkstatt Wohnen', startsAt: '2027-04-02T16:00:00Z' }];
  expect(comingSteps({ phases: [], steps: { edges: [] }, gatherings } as never, new Date('2027-04-01T10:00:00Z'))).toEqual([{ kind: 'happens', title: 'Werkstatt Wohnen', day: '2027-04-02', at: '2027-04-02T16:00:00Z' }]);
});
