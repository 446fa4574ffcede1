import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GoalContent, MeasureContent, SectionContent } from '@konzeptwerkstatt/document-model';
import { measureFieldsOf } from '@konzeptwerkstatt/document-model';
import type { ExistingRows } from './projected-row.js';
import { diffProjection } from './projection.policy.js';
import type { LinkDifference, ProjectionDifference } from './projection.policy.js';
import { wantedRows } from './wanted-rows.policy.js';

const documentId = '7d1f6a52-0a0c-4b8e-9a3e-8f0d5b2a7c41';
const id = (prefix: string, n: number): string => `${prefix}0000000-0000-4000-8000-00000000000${n}`;
const known = { organisations: new Set([1, 2, 3].map((n) => id('a', n))), indicators: new Set([1, 2].map((n) => id('b', n))) };

const measureContent = (n: number, ordinal: number, title: string, values: Record<string, string | true>, goalBlockIds: string[]): MeasureContent => ({
  blockId: id('c', n), title, description: '', ordinal, values, fields: measureFieldsOf(values), goalBlockIds, goalsLinked: false,
});
const goalContent = (n: number, ordinal: number): GoalContent => ({ blockId: id('d', n), title: `Ziel ${n}`, description: '', ordinal, values: {}, fields: { kind: null, indicators: [] } });

const contents: fc.Arbitrary<SectionContent> = fc.record({
  goals: fc.uniqueArray(fc.integer({ min: 1, max: 3 })),
  measures: fc.uniqueArray(
    fc.record({
      n: fc.integer({ min: 1, max: 4 }), title: fc.constantFrom('Eins', 'Zwei'), status: fc.constantFrom(null, 'idea', 'running'),
      lead: fc.constantFrom(null, id('a', 1), id('a', 9)), partners: fc.uniqueArray(fc.constantFrom(id('a', 1), id('a', 2), id('a', 3), id('a', 9))),
      budget: fc.constantFrom(null, '12', '12.5'), goal: fc.nat(2),
    }),
    { selector: ({ n }) => n },
  ),
}).map(({ goals, measures }) => ({
  blocks: [],
  pictures: [],
  goals: goals.map((n, index) => goalContent(n, index + 1)),
  measures: measures.map(({ n, title, status, lead, partners, budget, goal }, index) => {
    const values = { ...(status === null ? {} : { status }), ...(lead === null ? {} : { lead }), ...(budget === null ? {} : { budgetAmount: budget }), ...Object.fromEntries(partners.map((partner) => [`partner/${partner}`, true as const])) };
    return measureContent(n, index + 1, title, values, goals[goal] === undefined ? [] : [id('d', goals[goal])]);
  }),
}));

const nothing: ExistingRows = { goals: [], measures: [] };
const diff = (rows: ExistingRows, content: SectionContent): ProjectionDifference => diffProjection(rows, wantedRows(documentId, content, known));

/** What a database does with a difference, in memory. */
function apply(rows: ExistingRows, { goals, measures, links }: ProjectionDifference): ExistingRows {
  const upsert = <Row extends { id: string; removed: boolean }>(old: readonly Row[], written: readonly Omit<Row, 'removed'>[], removals: readonly string[], keepLinks: (old: Row | undefined) => Partial<Row>): Row[] => {
    const all = new Map(old.map((row) => [row.id, removals.includes(row.id) ? { ...row, removed: true } : row]));
    for (const row of written) all.set((row as Row).id, { ...row, ...keepLinks(all.get((row as Row).id)), removed: false } as Row);
    return [...all.values()];
  };
  const linked = (owner: string, before: readonly string[], { added, removed }: LinkDifference): string[] =>
    [...before.filter((other) => !removed.some(([o, x]) => o === owner && x === other)), ...added.filter(([o]) => o === owner).map(([, other]) => other)].sort();
  return {
    goals: upsert(rows.goals, [...goals.inserts, ...goals.updates], goals.removals, (old) => ({ indicatorIds: old?.indicatorIds ?? [] }))
      .map((row) => ({ ...row, indicatorIds: linked(row.id, row.indicatorIds, links.goalIndicators) })),
    measures: upsert(rows.measures, [...measures.inserts, ...measures.updates], measures.removals, (old) => ({ partnerIds: old?.partnerIds ?? [], goalIds: old?.goalIds ?? [], indicatorIds: old?.indicatorIds ?? [] }))
      .map((row) => ({ ...row, partnerIds: linked(row.id, row.partnerIds, links.partners), goalIds: linked(row.id, row.goalIds, links.measureGoals), indicatorIds: linked(row.id, row.indicatorIds, links.measureIndicators) })),
  };
}

const living = (rows: ExistingRows) => {
  const sorted = <Row extends { id: string; removed: boolean }>(all: readonly Row[]): Row[] => all.filter((row) => !row.removed).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { goals: sorted(rows.goals), measures: sorted(rows.measures) };
};

describe('the projection', () => {
  it('has nothing to do a second time', () => {
    fc.assert(fc.property(fc.array(contents, { maxLength: 4 }), contents, (history, content) => {
      const before = history.reduce((rows, older) => apply(rows, diff(rows, older)), nothing);
      const after = apply(before, diff(before, content));
      const again = diff(after, content);
      expect([again.facts, again.goals, again.measures]).toEqual([[], { inserts: [], updates: [], removals: [] }, { inserts: [], updates: [], removals: [] }]);
      for (const link of Object.values(again.links)) expect(link).toEqual({ added: [], removed: [] });
    }));
  });

  it('gives the same rows whatever was projected before', () => {
    fc.assert(fc.property(fc.array(contents, { maxLength: 4 }), contents, (history, content) => {
      const before = history.reduce((rows, older) => apply(rows, diff(rows, older)), nothing);
      expect(living(apply(before, diff(before, content)))).toEqual(living(apply(nothing, diff(nothing, content))));
    }));
  });

  it('takes organisations of elsewhere for not set', () => {
    const content = { blocks: [], pictures: [], goals: [], measures: [measureContent(1, 1, 'Eins', { lead: id('a', 9), [`partner/${id('a', 9)}`]: true, [`partner/${id('a', 2)}`]: true }, [])] };
    expect(diff(nothing, content).measures.inserts).toMatchObject([{ leadOrganisationId: null, partnerIds: [id('a', 2)] }]);
  });

  it('tells of each changed field, and never of free text', () => {
    const with_ = (values: Record<string, string | true>): SectionContent => ({ blocks: [], pictures: [], goals: [], measures: [measureContent(1, 1, 'Eins', values, [])] });
    const before = apply(nothing, diff(nothing, with_({ status: 'idea', resources: 'Zwei Räume' })));
    const { facts } = diff(before, with_({ status: 'running', resources: 'Ein Raum', [`partner/${id('a', 1)}`]: true }));
    expect(facts.map(({ field, from, to }) => [field, from, to])).toEqual([['status', 'idea', 'running'], ['partner', null, id('a', 1)], ['resources', null, null]]);
  });

  it('does not repeat in links what the coming of a goal says already', () => {
    const measure = (goals: string[]): MeasureContent => measureContent(1, 1, 'Eins', {}, goals);
    const before = apply(nothing, diff(nothing, { blocks: [], pictures: [], goals: [], measures: [measure([])] }));
    const { facts, links } = diff(before, { blocks: [], pictures: [], goals: [goalContent(1, 1)], measures: [measure([id('d', 1)])] });
    expect(facts.map(({ object, change }) => `${object} ${change}`)).toEqual(['goal added']);
    expect(links.measureGoals.added).toHaveLength(1);
  });

  it('brings a removed measure back as the same row', () => {
    const content = { blocks: [], pictures: [], goals: [], measures: [measureContent(1, 1, 'Eins', {}, [])] };
    const gone = apply(apply(nothing, diff(nothing, content)), diff(apply(nothing, diff(nothing, content)), { blocks: [], pictures: [], goals: [], measures: [] }));
    const back = diff(gone, content);
    expect([back.measures.inserts, back.measures.updates.length, back.facts.map(({ change }) => change)]).toEqual([[], 1, ['added']]);
  });
});
