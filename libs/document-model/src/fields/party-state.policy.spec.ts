import { describe, expect, it } from '@jest/globals';
import { partyStateOf } from './party-state.policy.js';

describe('a party of a measure', () => {
  it('is proposed until it has said yes to the part that the text gives it', () => {
    expect(partyStateOf('lead', null)).toBe('proposed');
    expect(partyStateOf('lead', { role: 'partner', isReserved: false })).toBe('proposed');
    expect(partyStateOf('lead', { role: 'lead', isReserved: false })).toBe('confirmed');
    expect(partyStateOf('partner', { role: 'lead', isReserved: false })).toBe('confirmed');
    expect(partyStateOf('partner', { role: 'partner', isReserved: true })).toBe('reserved');
  });

  it('has declined whatever it was asked for', () => {
    expect([partyStateOf('lead', { role: 'none', isReserved: false }), partyStateOf('partner', { role: 'none', isReserved: true })]).toEqual(['declined', 'declined']);
  });
});
