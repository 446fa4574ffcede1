import { describe, expect, it } from '@jest/globals';
import type { InquiryKind } from './inquiry.js';
import { ownMeasures } from './own-measures.policy.js';

const measures = [{ id: 'led', leadOrganisationId: 'a', partnerIds: ['b'] }, { id: 'joined', leadOrganisationId: 'c', partnerIds: ['a', 'b'] }, { id: 'other', leadOrganisationId: null, partnerIds: [] }];
const asked = (kind: InquiryKind, organisation: string): string[] => ownMeasures(kind, measures, organisation).map(({ id }) => id);

describe('the measures an organisation is asked about', () => {
  it('are those it has a part in where it is asked whether it takes part', () => {
    expect([asked('responsibility', 'a'), asked('responsibility', 'b')]).toEqual([['led', 'joined'], ['led', 'joined']]);
  });

  it('are those it leads where it is asked how far they are, or else those it takes part in', () => {
    expect([asked('progress', 'a'), asked('progress', 'b')]).toEqual([['led'], ['led', 'joined']]);
  });

  it('are all of them where it has no part in any', () => {
    expect([asked('progress', 'x'), asked('responsibility', 'x')]).toEqual([['led', 'joined', 'other'], ['led', 'joined', 'other']]);
  });
});
