import type { Role, Scope } from './access.policy.js';

/** A role in a process as planning tells it. */
export interface AssignedRole {
  readonly processId: string;
  readonly role: Role;
  readonly sectionIds: readonly string[];
}

/** One row to be written for a role. */
export interface RoleGrant {
  readonly role: Role;
  readonly scopeKind: Scope;
  readonly scopeId: string;
}

/** The grants of a role: on the process, or on its sections together with reading the rest of the process. */
export function grantsOfRole({ processId, role, sectionIds }: AssignedRole): RoleGrant[] {
  if (sectionIds.length === 0) return [{ role, scopeKind: 'process', scopeId: processId }];
  const sections = sectionIds.map((scopeId): RoleGrant => ({ role, scopeKind: 'section', scopeId }));
  return [{ role: 'reader', scopeKind: 'process', scopeId: processId }, ...sections];
}
