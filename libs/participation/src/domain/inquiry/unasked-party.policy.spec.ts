import { describe, expect, it } from '@jest/globals';
import { byOrganisation, isTooMuch, unaskedParties } from './unasked-party.policy.js';

const party = (organisationId: string, state: string) => ({ organisationId, state });

describe('who is still to be asked', () => {
  const parties = new Map([['m1', [party('a', 'proposed'), party('b', 'confirmed'), party('a', 'proposed')]], ['m2', [party('b', 'proposed'), party('c', 'declined'), party('d', 'reserved'), party('a', 'proposed')]]]);

  it('is whoever is proposed and has neither answered nor a question to answer, once for each measure', () => {
    expect(unaskedParties(['m1', 'm2', 'm3'], parties, ({ measureId, organisationId }) => measureId === 'm2' && organisationId === 'a')).toEqual([{ measureId: 'm1', organisationId: 'a' }, { measureId: 'm2', organisationId: 'b' }]);
  });

  it('is asked of its own measures', () => {
    expect([...byOrganisation(unaskedParties(['m1', 'm2'], parties, () => false))]).toEqual([['a', new Set(['m1', 'm2'])], ['b', new Set(['m2'])]]);
  });
});

describe('a running inquiry', () => {
  const names = (count: number, letter: string): string[] => Array.from({ length: count }, (_one, index) => `${letter}${index}`);
  const added = byOrganisation([{ measureId: 'm0', organisationId: 'o0' }, { measureId: 'new', organisationId: 'new' }]);

  it.each([[199, 299, false], [200, 299, true], [199, 300, true]])('with %i organisations and %i measures takes one more of each, counting nobody twice: too much is %s', (organisations, measures, isTooLarge) => {
    expect(isTooMuch({ organisationIds: names(organisations, 'o'), measureIds: names(measures, 'm') }, added)).toBe(isTooLarge);
  });
});
