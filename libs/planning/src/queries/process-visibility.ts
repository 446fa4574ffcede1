import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Prisma } from '@konzeptwerkstatt/platform-database';

/** What the access policy says of lists: everything of the municipality, or only what is named. */
export interface ProcessScope {
  readonly all: boolean;
  readonly processIds: readonly string[];
}

/** The condition for processes that the actor may see; null when she works in no municipality. */
export function visibleProcesses({ municipalityId }: Pick<Actor, 'municipalityId'>, scope: ProcessScope): Prisma.PlanningProcessWhereInput | null {
  if (municipalityId === null) return null;
  return scope.all ? { municipalityId } : { municipalityId, id: { in: [...scope.processIds] } };
}
