import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { createPgPool, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Pool } from 'pg';
import { ensureTemplateDatabase, onServer, withDatabase } from './template-database.js';
import { testServerUrl } from './test-server.js';

/** A database of one's own with the product's tables, empty. */
export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  /** Plain SQL; ended by `drop`. */
  readonly pool: Pool;
  /** The guarded Prisma client, made at the first use; ended by `drop`. */
  readonly prisma: PrismaDatabase;
  /** Closes the connections above, ends everybody else's and deletes the database. */
  drop(): Promise<void>;
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

/**
 * Makes an empty database with all migrations applied.
 * @param name made up by default; refused unless it contains `test`
 * @param template what it is a copy of; by default a database with tables only
 */
export async function createTestDatabase(name = `konzeptwerkstatt_test_${process.env['JEST_WORKER_ID'] ?? 0}_${randomBytes(6).toString('hex')}`, template?: string): Promise<TestDatabase> {
  assertTestName(name);
  const serverUrl = await testServerUrl();
  await clone(serverUrl, template ?? (await ensureTemplateDatabase(serverUrl)), name);
  const url = withDatabase(serverUrl, name);
  const pool = createPgPool(url, { max: 5, name: 'test' });
  let prisma: PrismaDatabase | undefined;
  const drop = async (): Promise<void> => {
    await prisma?.onApplicationShutdown();
    if (!pool.ended) await pool.end();
    await onServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  return {
    name,
    url,
    pool,
    get prisma() {
      return (prisma ??= new PrismaDatabase({ databaseUrl: url, poolSize: 5 }));
    },
    drop,
  };
}

/**
 * A test database for the suite that calls this at its top level: made before its tests, dropped after them.
 * `const database = useTestDatabase();` and in a test `database().prisma`.
 */
export function useTestDatabase(): () => TestDatabase {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
  }, 60_000);
  afterAll(async () => database?.drop());
  return () => {
    if (!database) throw new Error('the test database exists only inside tests and hooks');
    return database;
  };
}
