import { describe, expect, it } from '@jest/globals';
import { atMost, best, column, type BenchCase, type Results } from '../cases/bench-case.js';
import { medianFigures, tableOf } from './collab-report.js';

describe('the medians of several runs', () => {
  it('are taken figure by figure, without the runs that have none', () => {
    expect(medianFigures([{ cpu: 3, p95: 10 }, { cpu: 1 }, { cpu: 2, p95: Number.NaN }])).toEqual({ cpu: 2, p95: 10 });
  });
});

describe('the table of a case', () => {
  const one: BenchCase = {
    id: 'x', title: 'Typing', servers: ['ours', 'relay'], columns: [column('CPU s', 'cpu', 2)], target: '≤ the relay\'s',
    run: async () => null, isMet: (results, { cpu }) => atMost(cpu, 1, best(results, ['relay'], 'cpu')),
  };
  const resultOf = (ours: number, relay?: number): Results => new Map([['ours', { cpu: ours }], ...(relay === undefined ? [] : [['relay', { cpu: relay }] as const])]);

  it('says whether the target was met', () => {
    expect(tableOf(one, resultOf(1, 2))).toContain('| Konzeptwerkstatt, PostgreSQL | 1.00 | ≤ the relay\'s — met |');
    expect(tableOf(one, resultOf(3, 2))).toContain('3.00 | ≤ the relay\'s — missed |');
  });

  it('says nothing about it where the one to compare with was not measured', () => {
    expect(tableOf(one, resultOf(1))).not.toMatch(/met|missed/);
  });

  it('counts a server that failed as having missed it', () => {
    expect(tableOf({ ...one, isMet: () => true }, new Map([['ours', {}]]))).toContain('| – | ≤ the relay\'s — missed |');
  });

  it('shows a stroke for what was not measured', () => {
    expect(tableOf(one, new Map([['ours', {}]]))).toContain('| Konzeptwerkstatt, PostgreSQL | – |');
  });
});
