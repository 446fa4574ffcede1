import { describe, expect, it } from '@jest/globals';
import { assignmentProblems, isProcessRole, withdrawalProblems } from './process-role.entity.js';
import type { ProcessRole } from './process-role.entity.js';

const role = (facts: Partial<ProcessRole> = {}): ProcessRole => ({
  id: 'role-1', municipalityId: 'm', processId: 'p', subjectKind: 'organisation', subjectId: 'o', role: 'contributor', sectionIds: [], ...facts,
});
const codes = (problems: readonly { code: string }[]): string[] => problems.map((problem) => problem.code);

describe('assigning a role', () => {
  it('is possible for another section, role or organisation', () => {
    const held = [role({ sectionIds: ['s1'] })];
    expect(assignmentProblems(held, role({ sectionIds: ['s2'] }))).toEqual([]);
    expect(assignmentProblems(held, role({ role: 'reviewer' }))).toEqual([]);
    expect(assignmentProblems(held, role({ subjectId: 'other', sectionIds: ['s1'] }))).toEqual([]);
  });

  it('is refused when the same one is held already, whatever the order of its sections', () => {
    expect(codes(assignmentProblems([role({ sectionIds: ['s1', 's2'] })], role({ sectionIds: ['s2', 's1'] })))).toEqual(['ROLE_ALREADY_ASSIGNED']);
  });

  it('never makes somebody an administrator', () => {
    expect(isProcessRole('administrator')).toBe(false);
    expect(isProcessRole('steering')).toBe(true);
  });
});

describe('withdrawing a role', () => {
  it('is possible while somebody else steers the whole process', () => {
    const held = [role({ id: 'a', role: 'steering' }), role({ id: 'b', role: 'steering', subjectId: 'other' })];
    expect(withdrawalProblems(held, 'a')).toEqual([]);
  });

  it('is refused for the last one that steers the whole process', () => {
    const held = [role({ id: 'a', role: 'steering' }), role({ id: 'b', role: 'steering', subjectId: 'other', sectionIds: ['s1'] }), role({ id: 'c' })];
    expect(codes(withdrawalProblems(held, 'a'))).toEqual(['LAST_STEERING_ROLE']);
    expect(withdrawalProblems(held, 'c')).toEqual([]);
  });
});
