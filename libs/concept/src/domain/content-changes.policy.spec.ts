import { describe, expect, it } from '@jest/globals';
import { SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { measureFieldsOf } from '@konzeptwerkstatt/document-model';
import type { SectionContent } from '@konzeptwerkstatt/document-model';
import { authorshipOf } from './content-changes.policy.js';

const actor = (personId: string): Actor => ({ ...SYSTEM_ACTOR, kind: 'person', personId });
const text = (words: string, values: Record<string, string>): SectionContent => ({
  blocks: [{ id: 'p', kind: 'paragraph', indent: 0, text: words, parentId: null }, { id: 'm', kind: 'measure', indent: 0, text: 'Titel', parentId: null }], pictures: [], goals: [],
  measures: [{ blockId: 'm', title: 'Titel', description: '', ordinal: 1, values, fields: measureFieldsOf(values), goalBlockIds: [], goalsLinked: false }],
});

describe('authorship', () => {
  it('gives each field to whoever changed it last, and words to everybody who wrote them', () => {
    const { byKey, texts } = authorshipOf(text('a', {}), [
      { actor: actor('anna'), content: text('ab', { status: 'idea', type: 'new' }) },
      { actor: actor('ben'), content: text('abc', { status: 'running', type: 'new' }) },
    ]);
    expect([byKey.get('m/status')?.personId, byKey.get('m/type')?.personId]).toEqual(['ben', 'anna']);
    expect(texts.map(({ blockId, actor: writer }) => [blockId, writer.personId])).toEqual([['p', 'anna'], ['p', 'ben']]);
  });
});
