import { describe, expect, it } from '@jest/globals';
import { byOrganisation, unaskedParties } from './unasked-party.policy.js';

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
