import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ATTRIBUTES, CRITERIA_SOURCE, SUCCESS_FACTORS } from './check-criteria.js';

interface Fact { readonly number: number; readonly key: string; readonly label: string }
const read = <Content>(path: string): Content => JSON.parse(readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8')) as Content;
const facts = read<{ meta: { source: string }; successFactors: Fact[]; attributes: Fact[] }>('prisma/data/process-facts.json');
const words = read<Record<string, string>>('libs/web/participation/src/catalogue/de.json');

describe('the criteria of a check', () => {
  it('are the ten success factors and six attributes of the source, in its order', () => {
    expect(facts.successFactors.map(({ key }) => key)).toEqual([...SUCCESS_FACTORS]);
    expect(facts.attributes.map(({ key }) => key)).toEqual([...ATTRIBUTES]);
    expect([SUCCESS_FACTORS.length, ATTRIBUTES.length]).toEqual([10, 6]);
    expect(CRITERIA_SOURCE).toBe(`${facts.meta.source}. CC BY 4.0`);
  });

  it('are called as the source calls them', () => {
    for (const { key, label } of [...facts.successFactors, ...facts.attributes]) expect([key, words[`participation.criterion.${key.toUpperCase()}`]]).toEqual([key, label]);
  });
});
