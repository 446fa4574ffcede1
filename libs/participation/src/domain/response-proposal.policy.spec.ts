import { describe, expect, it } from '@jest/globals';
import { isAsked, objectionProblems, standingOf } from './response-proposal.policy.js';
import type { ProposalReaction } from './response-proposal.policy.js';

const now = new Date('2026-11-26T12:00:00Z');
const [before, after] = [new Date('2026-11-26T11:59:59Z'), new Date('2026-11-26T12:00:01Z')];
const by = (id: string, organisationId: string | null = 'o', contributorId: string | null = null) => ({ id, organisationId, contributorId });
const said = (contributionId: string, isAccepted: boolean, responseRevision = 2): ProposalReaction => ({ contributionId, responseRevision, municipalityId: 'm', subjectId: 's', isAccepted, reason: '', organisationId: 'o', personId: null, revision: 1, reactedAt: before });
const standing = (proposedUntil: Date | null, contributions: Parameters<typeof standingOf>[1], reactions: readonly ProposalReaction[] = []) => standingOf({ subjectId: 's', revision: 2, proposedUntil }, contributions, reactions, now);

describe('a proposed answer', () => {
  it('is open until all have accepted, or until the deadline has passed without a word', () => {
    expect(standing(null, [by('a')])).toBe('not_proposed');
    expect(standing(after, [by('a'), by('b')], [said('a', true)])).toBe('open');
    expect(standing(after, [by('a'), by('b')], [said('a', true), said('b', true)])).toBe('accepted');
    expect(standing(before, [by('a'), by('b')], [said('a', true)])).toBe('accepted');
  });

  it('stays objected to after the deadline, until it is changed', () => {
    expect(standing(before, [by('a'), by('b')], [said('a', true), said('b', false)])).toBe('objected');
    expect(standing(after, [by('a')], [said('a', false, 1)])).toBe('open');
  });

  it('is no longer held up by what was taken out of the bundle, nor by what nobody here has said', () => {
    expect(standing(after, [by('a')], [said('a', true), said('gone', false)])).toBe('accepted');
    expect([isAsked(by('a', null)), isAsked(by('a', null, 'p')), standing(after, [by('a', null)])]).toEqual([false, true, 'accepted']);
  });
});

it('an objection has a reason', () => {
  expect(objectionProblems(' ').map(({ code }) => code)).toEqual(['REASON_REQUIRED']);
  expect(objectionProblems('x'.repeat(20_001)).map(({ code }) => code)).toEqual(['TEXT_TOO_LONG']);
  expect(objectionProblems('Es fehlt der Abendkurs.')).toEqual([]);
});
