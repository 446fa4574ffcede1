import { isLoadable } from '../facts/load-rule.policy.js';
import { readSeedFacts } from '../facts/seed-fact.js';
import type { TextContent } from './city-content.js';

/** The structural data of a city as list items, worded and printed as in the source. */
export function factTable(regionKey: string): TextContent[] {
  const facts = readSeedFacts().filter((fact) => fact.regionKey === regionKey && fact.kind === 'indicator' && isLoadable(fact));
  const line = (fact: (typeof facts)[number]): string => `${fact.indicatorLabel} (${fact.periodEnd}): ${fact.valueText}${fact.unit === 'persons' ? ' Personen' : ''}`;
  return [
    { kind: 'heading2', text: 'Strukturdaten' },
    ...facts.map((fact) => ({ kind: 'bulletItem' as const, text: line(fact) })),
  ];
}
