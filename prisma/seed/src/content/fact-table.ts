import { isLoadable } from '../facts/load-rule.policy.js';
import { readSeedFacts } from '../facts/seed-fact.js';
import type { TableContent, TextContent } from './city-content.js';

/** The structural data of a city as a table, worded and printed as in the source. */
export function factTable(regionKey: string): (TextContent | TableContent)[] {
  const facts = readSeedFacts().filter((fact) => fact.regionKey === regionKey && fact.kind === 'indicator' && isLoadable(fact));
  const value = (fact: (typeof facts)[number]): string => `${fact.valueText}${fact.unit === 'persons' ? ' Personen' : ''}`;
  return [
    { kind: 'heading2', text: 'Strukturdaten' },
    { kind: 'table', header: ['Angabe', 'Jahr', 'Wert'], rows: facts.map((fact) => [fact.indicatorLabel, String(fact.periodEnd), value(fact)]) },
  ];
}
