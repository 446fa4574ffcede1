import { describe, expect, it } from '@jest/globals';
import { grantsOfPhase } from './phase-grant.policy.js';
import type { PhaseSubject } from './phase-grant.policy.js';

const organisation = (subjectId: string, organisationKind: string): PhaseSubject => ({ subjectKind: 'organisation', subjectId, organisationKind, role: null });
const holder = (subjectId: string, role: string): PhaseSubject => ({ subjectKind: 'organisation', subjectId, organisationKind: null, role });
const subjects = [organisation('welfare', 'welfare'), organisation('club', 'civil_society'), organisation('office', 'administration'), holder('club', 'reader'), holder('office', 'steering')];

describe('what an open phase gives', () => {
  it('goes to kinds of organisations and to holders of a role, and to nobody else', () => {
    const rules = [{ who: { organisationKind: 'welfare' as const }, may: 'contributor' as const }, { who: { role: 'reader' as const }, may: 'reviewer' as const }];
    expect(grantsOfPhase({ processId: 'p', sectionIds: [], rules }, subjects)).toEqual([
      { subjectKind: 'organisation', subjectId: 'welfare', role: 'contributor', scopeKind: 'process', scopeId: 'p' },
      { subjectKind: 'organisation', subjectId: 'club', role: 'reviewer', scopeKind: 'process', scopeId: 'p' },
    ]);
  });

  it('is the most that any rule gives', () => {
    const rules = [{ who: { role: 'reader' as const }, may: 'contributor' as const }, { who: { organisationKind: 'civil_society' as const }, may: 'reader' as const }];
    expect(grantsOfPhase({ processId: 'p', sectionIds: [], rules }, subjects).map(({ subjectId, role }) => `${subjectId} ${role}`)).toEqual(['club contributor']);
  });

  it('holds in its sections, with reading everywhere else', () => {
    const rules = [{ who: { organisationKind: 'welfare' as const }, may: 'contributor' as const }];
    expect(grantsOfPhase({ processId: 'p', sectionIds: ['s'], rules }, subjects).map(({ role, scopeKind, scopeId }) => `${role} ${scopeKind} ${scopeId}`)).toEqual(['reader process p', 'contributor section s']);
  });
});
