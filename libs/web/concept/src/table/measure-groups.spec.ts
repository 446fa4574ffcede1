import { describe, expect, it } from '@jest/globals';
import type { MeasureRowFragment } from '@konzeptwerkstatt/web-data';
import { groupMeasures } from './measure-groups.js';

const compare = new Intl.Collator('de').compare;
const section = (position: number, title: string) => ({ id: `s${position}`, uuid: `s${position}`, title, position });
const lead = (name: string) => ({ id: name, uuid: name, name, shortName: null });

const row = (id: string, part: Partial<MeasureRowFragment>): MeasureRowFragment => ({
  id, uuid: id, blockId: id, title: id, type: null, status: null, lead: null, partners: { edges: [] }, targetGroups: [], period: null, budgetAmount: null, budgetCurrency: 'EUR',
  fundingSource: null, number: 'M1.1', section: section(1, 'Wohnen'), parties: [], gaps: [], mayEdit: true, updatedAt: '2026-11-22T12:00:00Z', ...part,
});

const shape = (groups: ReturnType<typeof groupMeasures>) => groups.map(({ title, rows }) => [title, rows.map(({ id }) => id)]);

describe('measures in groups', () => {
  const rows = [
    row('c', { section: section(2, 'Arbeit'), lead: lead('Ökumenischer Rat') }),
    row('a', { section: section(1, 'Wohnen') }),
    row('d', { section: section(2, 'Arbeit'), lead: lead('Zentrum') }),
    row('b', { section: section(1, 'Wohnen'), lead: lead('Ökumenischer Rat') }),
  ];

  it('stand in one list without grouping', () => {
    expect(shape(groupMeasures(rows, 'none', compare))).toEqual([[null, ['c', 'a', 'd', 'b']]]);
  });

  it('follow the order of the concept by field of action, and their own order inside', () => {
    expect(shape(groupMeasures(rows, 'section', compare))).toEqual([['Wohnen', ['a', 'b']], ['Arbeit', ['c', 'd']]]);
  });

  it('follow the alphabet by responsible party, those without one last', () => {
    expect(shape(groupMeasures(rows, 'lead', compare))).toEqual([['Ökumenischer Rat', ['c', 'b']], ['Zentrum', ['d']], ['', ['a']]]);
  });

  it('keep two organisations of the same name apart', () => {
    const twins = [row('a', { lead: { ...lead('Verein'), id: '1' } }), row('b', { lead: { ...lead('Verein'), id: '2' } })];
    expect(groupMeasures(twins, 'lead', compare)).toHaveLength(2);
  });

  it('make no group of nothing', () => {
    expect(groupMeasures([], 'lead', compare)).toEqual([]);
  });
});
