import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { checkout } from './test-server.js';

const prefix = 'konzeptwerkstatt_test_template';
/** Lets one process build a template at a time. */
const buildLock = 7_203_412;

export const withDatabase = (serverUrl: string, database: string): string => Object.assign(new URL(serverUrl), { pathname: `/${database}` }).href;

/** Runs `work` with a connection to the server's maintenance database. */
export async function onServer<T>(serverUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: withDatabase(serverUrl, 'postgres'), connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The template that `npm test` has made for its whole run, else the one of this state of the migrations. */
export async function templateDatabase(serverUrl: string): Promise<string> {
  return process.env['TEST_TEMPLATE'] ?? (await ensureTemplateDatabase(serverUrl));
}

/**
 * A database with all migrations applied, to clone from; built once for each state of the migrations folder, whose
 * fingerprint is part of its name.
 * @returns the template's name
 */
export async function ensureTemplateDatabase(serverUrl: string, migrationsDir = join(checkout, 'prisma/migrations')): Promise<string> {
  // Loaded only now: most suites find the template made, and none of them should load what migrates.
  const { migrate, readMigrations } = await import('@konzeptwerkstatt/platform-database');
  const migrations = await readMigrations(migrationsDir);
  const state = createHash('sha256').update(JSON.stringify(migrations.map(({ name, checksum }) => [name, checksum]))).digest('hex').slice(0, 12);
  const template = `${prefix}_${state}`;
  await onServer(serverUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [buildLock]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (rowCount) return;
    // Under its final name only when it is complete, so that a run cut short leaves nothing that looks ready.
    const unfinished = `${template}_unfinished`;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unfinished}`);
    await migrate(withDatabase(serverUrl, unfinished), migrationsDir);
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
  });
  return template;
}
