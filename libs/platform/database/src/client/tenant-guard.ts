import { AsyncLocalStorage } from 'node:async_hooks';
import { Prisma } from '../generated/client.js';

/** A query on rows of municipalities that does not say of which one. A bug in the program, never the user's fault. */
export class MissingMunicipalityError extends Error {
  constructor(model: string, operation: string) {
    super(`${model}.${operation} needs municipalityId in "where"; use acrossMunicipalities() where every municipality is meant`);
    this.name = 'MissingMunicipalityError';
  }
}

const crossing = new AsyncLocalStorage<string>();

/**
 * Runs queries that may see rows of every municipality. Keep `work` to the one query that needs it.
 * @param reason why this is allowed, for the reader; "sign-in finds the memberships of a person"
 */
export async function acrossMunicipalities<T>(reason: string, work: () => PromiseLike<T>): Promise<T> {
  // Prisma's promises start when they are awaited, so that must happen inside.
  return crossing.run(reason, async () => await work());
}

const guardedOperations = new Set([
  'findUnique', 'findUniqueOrThrow', 'findFirst', 'findFirstOrThrow', 'findMany',
  'update', 'updateMany', 'updateManyAndReturn', 'upsert', 'delete', 'deleteMany', 'count', 'aggregate', 'groupBy',
]);

/** The models that have a municipality, read from the generated client: a new table is guarded without being listed. */
export const tenantModels: ReadonlySet<string> = new Set(
  Object.values(Prisma.ModelName).filter((model) => {
    const fields = (Prisma as unknown as Record<string, Record<string, string> | undefined>)[`${model}ScalarFieldEnum`];
    return fields !== undefined && 'municipalityId' in fields;
  }),
);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** One municipality by value: at the top, inside a compound key such as `municipalityId_id`, or in an AND. */
export function namesOneMunicipality(where: unknown): boolean {
  if (!isRecord(where)) return false;
  return Object.entries(where).some(([key, value]) => {
    if (key === 'municipalityId') return typeof value === 'string' || (isRecord(value) && typeof value['equals'] === 'string');
    if (key === 'AND') return (Array.isArray(value) ? value : [value]).some(namesOneMunicipality);
    const isCompoundKey = key.split('_').includes('municipalityId');
    return isCompoundKey && isRecord(value) && typeof value['municipalityId'] === 'string';
  });
}

/**
 * @throws MissingMunicipalityError when a query reaches rows of municipalities without naming one
 */
export function assertTenant(model: string, operation: string, args: unknown): void {
  if (!tenantModels.has(model) || !guardedOperations.has(operation) || crossing.getStore() !== undefined) return;
  const where = isRecord(args) ? args['where'] : undefined;
  if (!namesOneMunicipality(where)) throw new MissingMunicipalityError(model, operation);
}

/** The guard as an extension of the client; it also holds inside transactions. */
export const tenantGuard = Prisma.defineExtension({
  name: 'tenant-guard',
  query: {
    $allModels: {
      $allOperations({ model, operation, args, query }) {
        assertTenant(model, operation, args);
        return query(args);
      },
    },
  },
});
