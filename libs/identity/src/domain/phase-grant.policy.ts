import type { z } from 'zod';
import type { phaseRule } from '@konzeptwerkstatt/contracts';
import type { Role } from './access.policy.js';
import { grantsOfRole } from './role-grant.policy.js';
import type { RoleGrant } from './role-grant.policy.js';

/** Somebody a phase may be for: an organisation with its kind, or whoever holds a role in the process. */
export interface PhaseSubject {
  readonly subjectKind: 'person' | 'organisation';
  readonly subjectId: string;
  readonly organisationKind: string | null;
  readonly role: string | null;
}

/** What a phase gives to one subject. */
export interface PhaseGrant extends RoleGrant {
  readonly subjectKind: 'person' | 'organisation';
  readonly subjectId: string;
}

interface Phase {
  readonly processId: string;
  readonly sectionIds: readonly string[];
  readonly rules: readonly z.infer<typeof phaseRule>[];
}

/** From least to most. */
const order: readonly Role[] = ['reader', 'reviewer', 'contributor', 'editor'];

function isFor({ who }: Phase['rules'][number], subject: PhaseSubject): boolean {
  return 'role' in who ? subject.role === who.role : subject.organisationKind === who.organisationKind;
}

/** The grants a phase gives while it is open: to everybody who fits one of its rules the most that any of them gives. */
export function grantsOfPhase(phase: Phase, subjects: readonly PhaseSubject[]): PhaseGrant[] {
  const given = new Map<string, { readonly subject: PhaseSubject; readonly role: Role }>();
  for (const subject of subjects) {
    for (const rule of phase.rules.filter((candidate) => isFor(candidate, subject))) {
      const known = given.get(subject.subjectId);
      if (known === undefined || order.indexOf(known.role) < order.indexOf(rule.may)) given.set(subject.subjectId, { subject, role: rule.may });
    }
  }
  return [...given.values()].flatMap(({ subject: { subjectKind, subjectId }, role }) => grantsOfRole({ processId: phase.processId, role, sectionIds: phase.sectionIds }).map((grant) => ({ ...grant, subjectKind, subjectId })));
}
