import { describe, expect, it } from '@jest/globals';
import type { ComparedBlock } from '@konzeptwerkstatt/document-model';
import { betweenEditions, compareMeasures, fateOfSection } from './edition-comparison.policy.js';
import type { ComparableMeasure } from './edition-comparison.policy.js';

const measure = (lineageId: string, change: Partial<ComparableMeasure> = {}): ComparableMeasure => ({
  id: `${lineageId}-${JSON.stringify(change)}`, lineageId, number: 'M1.1', title: lineageId, description: '', type: null, status: null, leadOrganisationId: null, targetGroups: [], period: null, resources: null,
  budgetAmount: null, fundingSource: null, staffPositions: null, priority: null, fundingState: null, district: null, fundingUntil: null, partnerIds: [], indicatorIds: [], ...change,
});

describe('measures of two editions', () => {
  it('are taken over, changed, new or dropped, whatever their numbers and ids', () => {
    const before = [measure('a'), measure('b', { partnerIds: ['x'] }), measure('c')];
    const after = [measure('d'), measure('b', { partnerIds: ['x', 'y'], title: 'B' }), measure('a', { number: 'M9.9' })];
    expect(compareMeasures(before, after).map(({ fate, before: old, after: now, fields }) => [fate, old?.lineageId ?? null, now?.lineageId ?? null, fields])).toEqual([
      ['new', null, 'd', []], ['changed', 'b', 'b', ['title', 'partnerIds']], ['taken_over', 'a', 'a', []], ['dropped', 'c', null, []],
    ]);
  });
});

describe('texts of editions that follow one another', () => {
  const block = (parts: Partial<ComparedBlock>): ComparedBlock => ({ blockId: 'b', kind: 'measure', indent: 0, parentId: null, cell: null, change: 'changed', aspects: ['values'], kindBefore: null, words: [], values: [], ...parts });
  const decided = { key: 'decisionState', before: 'adopted', after: null };
  const titles = { before: 'Arbeit', now: 'Arbeit' };

  it('are the same where only what was decided on a measure is gone', () => {
    const comparison = betweenEditions({ blocks: [block({ values: [decided] })] });
    expect(comparison.blocks).toMatchObject([{ change: 'unchanged', aspects: [], values: [] }]);
    expect(fateOfSection(titles, comparison)).toBe('taken_over');
  });

  it('differ where another value or a word does, or only the title', () => {
    const status = { key: 'status', before: 'idea', after: 'done' };
    const comparison = betweenEditions({ blocks: [block({ values: [decided, status] }), block({ aspects: ['words', 'values'], values: [decided] })] });
    expect(comparison.blocks).toMatchObject([{ change: 'changed', values: [status] }, { change: 'changed', aspects: ['words'] }]);
    expect(fateOfSection(titles, comparison)).toBe('changed');
    expect(fateOfSection({ before: 'Arbeit', now: 'Arbeit und Beruf' }, { blocks: [] })).toBe('changed');
  });

  it('are new or dropped where there is only one', () => {
    expect([fateOfSection({ before: null, now: 'Neu' }, { blocks: [] }), fateOfSection({ before: 'Alt', now: null }, { blocks: [] })]).toEqual(['new', 'dropped']);
  });
});
