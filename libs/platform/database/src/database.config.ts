/** What the database module needs to know. */
export interface DatabaseOptions {
  readonly databaseUrl: string;
  /** Most connections of the Prisma client; default 10. */
  readonly poolSize?: number;
}

/** Token under which the options are injected. */
export const DATABASE_OPTIONS = Symbol('DatabaseOptions');
