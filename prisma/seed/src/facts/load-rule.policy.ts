import type { SeedFact } from './seed-fact.js';

/**
 * Whether a statement of the source becomes an observation: it repeats no other one, may be published, and nobody has a
 * serious doubt about it. 103 of the 109 do.
 */
export function isLoadable(fact: Pick<SeedFact, 'restates' | 'publishable' | 'flags'>): boolean {
  return fact.restates === null && fact.publishable && !fact.flags.some((flag) => flag.severity === 'high');
}

/** The note beside an observation: what the data say, and every doubt of medium severity; null when there is none. */
export function noteOf(fact: Pick<SeedFact, 'note' | 'flags'>): string | null {
  const parts = [fact.note, ...fact.flags.filter((flag) => flag.severity === 'medium').map((flag) => flag.message)].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? null : parts.join(' ');
}
