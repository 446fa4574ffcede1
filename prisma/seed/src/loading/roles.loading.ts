import { newId } from '@konzeptwerkstatt/kernel';
import { grantsOfRole, ROLE_ORIGIN } from '@konzeptwerkstatt/identity';
import type { AssignProcessRoleCommand } from '@konzeptwerkstatt/planning';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import type { RoleContent } from '../content/city-content.js';

/** Where roles are to be given. */
export interface RolePlaces {
  readonly municipalityId: string;
  readonly processId: string;
  readonly organisations: ReadonlyMap<string, string>;
  /** Section ids by title. */
  readonly sections: ReadonlyMap<string, string>;
}

function known(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`A role of the demonstration names ${name}, which it does not have`);
  return id;
}

/**
 * Gives the organisations their roles. The grants are written at once as the subscriber of the event will write them again,
 * so that one can sign in and work before the worker has run.
 */
export async function loadRoles(unit: Unit<Transaction>, command: AssignProcessRoleCommand, roles: readonly RoleContent[], places: RolePlaces): Promise<void> {
  const { municipalityId, processId } = places;
  for (const { organisation, role, sections = [] } of roles) {
    const subjectId = known(places.organisations, organisation);
    const assigned = { id: newId(), municipalityId, processId, subjectKind: 'organisation' as const, subjectId, role, sectionIds: sections.map((title) => known(places.sections, title)) };
    await command.assign(unit, assigned);
    await unit.tx.grant.createMany({
      data: grantsOfRole(assigned).map((grant) => ({ ...grant, id: newId(), municipalityId, subjectKind: 'organisation' as const, subjectId, originKind: ROLE_ORIGIN, originId: assigned.id })),
    });
  }
}
