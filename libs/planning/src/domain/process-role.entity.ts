import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { planningProblem } from './planning.errors.js';

/** Roles that a process knows; administrators belong to the municipality, not to a process. */
export const PROCESS_ROLES = ['steering', 'editor', 'contributor', 'reviewer', 'reader'] as const;
export type ProcessRoleName = (typeof PROCESS_ROLES)[number];

/** A person or an organisation holds a role in a process; without section ids in all of it. */
export interface ProcessRole {
  readonly id: string;
  readonly municipalityId: string;
  readonly processId: string;
  readonly subjectKind: 'person' | 'organisation';
  readonly subjectId: string;
  readonly role: ProcessRoleName;
  readonly sectionIds: readonly string[];
}

/** Whether a role belongs to a process at all. */
export function isProcessRole(role: string): role is ProcessRoleName {
  return (PROCESS_ROLES as readonly string[]).includes(role);
}

const sameSections = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((id) => other.includes(id));

/** Why a role may not be added to those that are held already; empty when it may. */
export function assignmentProblems(held: readonly ProcessRole[], wanted: Omit<ProcessRole, 'id'>): UserErrorDetail[] {
  const repeats = held.some((role) =>
    role.subjectKind === wanted.subjectKind && role.subjectId === wanted.subjectId && role.role === wanted.role && sameSections(role.sectionIds, wanted.sectionIds));
  return repeats ? [planningProblem('ROLE_ALREADY_ASSIGNED', ['role'])] : [];
}

/** Why a role may not be taken away; empty when it may. A process must keep somebody who steers it. */
export function withdrawalProblems(held: readonly ProcessRole[], roleId: string): UserErrorDetail[] {
  const role = held.find((candidate) => candidate.id === roleId);
  const others = held.filter((candidate) => candidate.role === 'steering' && candidate.sectionIds.length === 0 && candidate.id !== roleId);
  return role?.role === 'steering' && role.sectionIds.length === 0 && others.length === 0 ? [planningProblem('LAST_STEERING_ROLE', ['roleId'])] : [];
}
