import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import type { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { createPgPool } from '@konzeptwerkstatt/platform-database/pool';
import type { Pool } from 'pg';
import { onServer, templateDatabase, withDatabase } from './template-database.js';
import { testServerUrl } from './test-server.js';

/**
 * A database of one's own with the product's tables, asked in plain SQL: for suites that talk to a running program. The
 * object mapper is large, and each suite of Jest would load it anew.
 */
export interface PlainDatabase {
  readonly name: string;
  readonly url: string;
  /** Plain SQL; ended by `drop`. */
  readonly pool: Pool;
  /** Closes its own connections, ends everybody else's and deletes the database. */
  drop(): Promise<void>;
}

/** The same with the guarded Prisma client, made at the first use; ended by `drop`. */
export interface TestDatabase extends PlainDatabase {
  readonly prisma: PrismaDatabase;
}

/** Refuses any name that could be that of a real database. */
function assertTestName(name: string): void {
  if (!/^[a-z0-9_]+$/.test(name) || !name.includes('test')) throw new Error(`"${name}" does not look like a test database: its name must contain "test"`);
}

/** Sessions of a clone's template, of an earlier clone in the same moment, make CREATE DATABASE fail for a short while. */
const templateInUse = '55006';

async function clone(serverUrl: string, template: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== templateInUse || attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
    }
  }
}

const madeUpName = (): string => `konzeptwerkstatt_test_${process.env['JEST_WORKER_ID'] ?? 0}_${randomBytes(6).toString('hex')}`;

/**
 * Makes a database with all migrations applied, without the object mapper.
 * @param name made up by default; refused unless it contains `test`
 * @param template what it is a copy of; by default an empty database with tables only
 */
export async function createPlainDatabase(name = madeUpName(), template?: string): Promise<PlainDatabase> {
  assertTestName(name);
  const serverUrl = await testServerUrl();
  await clone(serverUrl, template ?? (await templateDatabase(serverUrl)), name);
  const url = withDatabase(serverUrl, name);
  const pool = createPgPool(url, { max: 5, name: 'test' });
  const drop = async (): Promise<void> => {
    if (!pool.ended) await pool.end();
    await onServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  return { name, url, pool, drop };
}

/** Makes an empty database with all migrations applied. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const [{ PrismaDatabase }, database] = [await import('@konzeptwerkstatt/platform-database'), await createPlainDatabase()];
  let prisma: PrismaDatabase | undefined;
  const drop = async (): Promise<void> => {
    await prisma?.onApplicationShutdown();
    await database.drop();
  };
  return {
    ...database,
    get prisma() {
      return (prisma ??= new PrismaDatabase({ databaseUrl: database.url, poolSize: 5 }));
    },
    drop,
  };
}

function useDatabase<Database extends PlainDatabase>(create: () => Promise<Database>): () => Database {
  let database: Database | undefined;
  beforeAll(async () => {
    database = await create();
  }, 60_000);
  afterAll(async () => database?.drop());
  return () => {
    if (!database) throw new Error('the test database exists only inside tests and hooks');
    return database;
  };
}

/**
 * A test database for the suite that calls this at its top level: made before its tests, dropped after them.
 * `const database = useTestDatabase();` and in a test `database().prisma`.
 */
export const useTestDatabase = (): (() => TestDatabase) => useDatabase(createTestDatabase);

/** Like `useTestDatabase`, for suites that need plain SQL only. */
export const usePlainDatabase = (): (() => PlainDatabase) => useDatabase(() => createPlainDatabase());
