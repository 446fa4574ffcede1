import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { ExitCode, StartupError } from '@konzeptwerkstatt/platform-config';
import { readMigrations, type MigrationFile } from './migration-files.js';
import { MigrationFailedError, MigrationHistoryError } from './migration.errors.js';

/*
 * The scripts are applied here and not by Prisma's engine, whose table is kept all the same so that its tools stay usable:
 * the engine writes a script and the note that it ran in separate transactions, so a process killed between the two leaves
 * a database that needs a hand; and its PostgreSQL adapter cuts scripts at every semicolon, also inside functions.
 */

/** Advisory lock that lets one process migrate at a time; the number is Prisma's own, so the two exclude each other. */
const migrationLock = 72_707_369;

const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
}

/** What a run did. */
export interface MigrationResult {
  /** Names of the migrations applied just now, in order; empty when the database was up to date. */
  readonly applied: readonly string[];
}

/**
 * Brings a database to the state of the migrations folder. Each script and the note that it ran are one transaction, so
 * a script must not contain BEGIN or COMMIT and nothing that refuses a transaction. Several processes may call this at once.
 * @param databaseUrl connection string of a role that may change the schema
 * @param migrationsDir folder of `<name>/migration.sql`
 * @param only names of the migrations to stop at, for a backup that is older than the program; all by default
 * @throws MigrationFailedError, MigrationHistoryError, or StartupError when the database cannot be reached or is older than 15
 */
export async function migrate(databaseUrl: string, migrationsDir: string, only?: readonly string[]): Promise<MigrationResult> {
  const migrations = (await readMigrations(migrationsDir)).filter(({ name }) => only === undefined || only.includes(name));
  const client = await connectOrExplain(databaseUrl);
  try {
    await assertVersion(client);
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await client.query(historyTable);
    const pending = findPending(migrations, await readHistory(client));
    for (const migration of pending) await apply(client, migration);
    return { applied: pending.map(({ name }) => name) };
  } finally {
    await client.end();
  }
}

async function connectOrExplain(databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const reason = cause instanceof AggregateError ? cause.errors.map(String).join(', ') : (cause as Error).message;
    throw new StartupError(`Die Datenbank ist nicht erreichbar (${reason}): Bitte DATABASE_URL und den Datenbankdienst prüfen.`, ExitCode.unavailable, { cause });
  }
}

async function assertVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version_num') AS version");
  const major = Math.floor(Number(rows[0]?.version) / 10_000);
  if (major < 15) throw new StartupError(`Gebraucht wird PostgreSQL ab Version 15, die Datenbank hat Version ${major}.`, ExitCode.unavailable);
}

async function readHistory(client: Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'SELECT migration_name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name',
  );
  return rows;
}

/** Only a history that is a prefix of the folder can be continued. */
function findPending(migrations: readonly MigrationFile[], history: readonly AppliedMigration[]): MigrationFile[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum } of history) {
    const file = known.get(name);
    if (!file) throw new MigrationHistoryError(name, 'ist in der Datenbank, aber nicht im Programm; vermutlich ist das Programm älter als die Datenbank');
    if (file.checksum !== checksum) throw new MigrationHistoryError(name, 'wurde nachträglich geändert; Änderungen gehören in eine neue Migration');
  }
  const applied = new Set(history.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: Client, { name, sql, checksum }: MigrationFile): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    // A script may set the search path for itself; the note belongs into the first schema of the connection's own.
    await client.query('RESET search_path');
    await client.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), clock_timestamp(), 1)',
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new MigrationFailedError(name, error as Error);
  }
}
