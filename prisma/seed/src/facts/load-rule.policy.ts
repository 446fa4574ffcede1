import type { SeedFact } from './seed-fact.js';

/**
 * Whether a statement of the source becomes an observation: it repeats no other one, may be published, and nobody has a
 * serious doubt about it. 103 of the 109 do.
 */
export function isLoadable(fact: Pick<SeedFact, 'restates' | 'publishable' | 'flags'>): boolean {
  return fact.restates === null && fact.publishable && !fact.flags.some((flag) => flag.severity === 'high');
}

/**
 * The note beside an observation: what the data say, and every doubt of medium severity; null when there is none. That a share does not follow from its
 * counts is no note: the product finds that by itself.
 */
export function noteOf(fact: Pick<SeedFact, 'note' | 'flags' | 'unit'>): string | null {
  const parts = [fact.note, ...fact.flags.filter((flag) => flag.severity === 'medium' && !(flag.code === 'inconsistent' && fact.unit === 'percent')).map((flag) => flag.message)].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? null : parts.join(' ');
}
