import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate } from '../migration/migrate.js';
import { readMigrations } from '../migration/migration-files.js';
import type { BackupEnd, BackupHead } from './backup-frames.js';
import { backupTooNew, restoreHalfway, restoreUndone, targetInUse, targetNotEmpty } from './backup.errors.js';
import { readBackup, verifyBackup } from './read-backup.js';
import { ASIDE, isSomethingAside, putBack, removeAside, setAside } from './set-aside.js';
import { copyTarget, listTables } from './table-list.js';

/** How to restore. */
export interface RestoreOptions {
  /** Role that owns the database. */
  readonly databaseUrl: string;
  readonly file: string;
  /** Folder of `<name>/migration.sql`. */
  readonly migrationsDir: string;
  /** Whether what is in the database may go. */
  readonly overwrite: boolean;
  /**
   * Whether sessions, API tokens and links that work once stay valid. Off by default: what was ended, revoked or used after the
   * backup would work again. For moving a running installation to another machine.
   */
  readonly keepCredentials: boolean;
}

async function assertKnown({ migrations }: BackupHead, migrationsDir: string): Promise<void> {
  const known = new Map((await readMigrations(migrationsDir)).map(({ name, checksum }) => [name, checksum]));
  const stranger = migrations.find(({ name, checksum }) => known.get(name) !== checksum);
  if (stranger) throw backupTooNew(stranger.name);
}

async function clearTarget(client: Client, overwrite: boolean): Promise<void> {
  const { rows: others } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND application_name LIKE 'konzeptwerkstatt%' AND pid <> pg_backend_pid()`);
  if (others[0]?.count) throw targetInUse(others[0].count);
  const { rows: tables } = await client.query(`SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE (n.nspname IN ('public', 'engine', 'bullmq') OR n.nspname LIKE '${ASIDE}%') AND c.relkind = 'r' LIMIT 1`);
  if (tables.length > 0 && !overwrite) throw targetNotEmpty();
  // An earlier restore was killed halfway: what was there before it is what counts.
  if (await isSomethingAside(client)) await putBack(client);
  // Jobs go too: they are made anew from what the events and schedules still need.
  await setAside(client);
}

async function load(client: Client, file: string): Promise<{ rows: number; end: BackupEnd }> {
  let total = 0;
  const tables = await listTables(client);
  if (tables.length > 0) await client.query(`TRUNCATE ${tables.map(({ schema, name }) => `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`).join(', ')}`);
  const end = await readBackup(file, () => ({
    table: async (table, data) => {
      const stream = client.query(copyFrom(`COPY ${copyTarget(client, table)} FROM STDIN`));
      await pipeline(Readable.from(data), stream);
      total += stream.rowCount;
      return stream.rowCount;
    },
  }));
  for (const { schema, name, last, isCalled } of end.sequences) {
    await client.query('SELECT setval(format(\'%I.%I\', $1::text, $2::text)::regclass, $3::bigint, $4::boolean)', [schema, name, last, isCalled]);
  }
  return { rows: total, end };
}

/** Whatever lets somebody in is a `token_hash` with an end (`expires_at`); addresses of calendars have none and are made anew, and guests come back by their words. */
async function endCredentials(client: Client): Promise<void> {
  // An older backup has no such tables yet.
  const { rows: [are] } = await client.query<{ feeds: boolean; guests: boolean }>(`SELECT to_regclass('public.calendar_feeds') IS NOT NULL AS feeds, to_regclass('public.guests') IS NOT NULL AS guests`);
  if (are?.feeds) await client.query('DELETE FROM public.calendar_feeds');
  if (are?.guests) await client.query('UPDATE public.guests SET token_hash = NULL');
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.table_name AS name FROM information_schema.columns a JOIN information_schema.columns b USING (table_schema, table_name)
     WHERE a.table_schema = 'public' AND a.column_name = 'token_hash' AND b.column_name = 'expires_at'`);
  for (const { name } of rows) await client.query(`UPDATE public.${client.escapeIdentifier(name)} SET expires_at = now() WHERE expires_at > now()`);
}

/** Puts back what was there, on a connection of its own: the other may be in the middle of something, or gone. @returns what to say */
async function undo(databaseUrl: string, cause: unknown): Promise<Error> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'konzeptwerkstatt-restore' });
  try {
    await client.connect();
    await client.query('SET statement_timeout = 0');
    await putBack(client);
    return restoreUndone(cause);
  } catch {
    return restoreHalfway(cause);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function fill(client: Client, head: BackupHead, { databaseUrl, file, migrationsDir, keepCredentials }: RestoreOptions): Promise<number> {
  await migrate(databaseUrl, migrationsDir, head.migrations.map(({ name }) => name));
  await client.query('BEGIN');
  const { rows } = await load(client, file);
  if (!keepCredentials) await endCredentials(client);
  await client.query('COMMIT');
  await migrate(databaseUrl, migrationsDir);
  return rows;
}

/**
 * Fills a database with a backup and brings it to the program's own state. The file is read to its end before anything is
 * touched; what was in the database is set aside, and goes only when everything of the backup is in. Nothing of the product may
 * be running on the database.
 * @returns how many rows there are now
 * @throws StartupError with one sentence: damaged file, backup of a newer program, target not empty, target in use, or what failed
 * and what is in the database now
 */
export async function restoreBackup(options: RestoreOptions): Promise<{ readonly rows: number }> {
  const { databaseUrl, file, migrationsDir, overwrite } = options;
  const head = await verifyBackup(file);
  await assertKnown(head, migrationsDir);
  const client = new Client({ connectionString: databaseUrl, application_name: 'konzeptwerkstatt-restore' });
  // A connection that breaks is noticed by the query that needs it.
  client.on('error', () => undefined);
  await client.connect();
  let failure: { readonly cause: unknown } | undefined;
  try {
    await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0');
    await clearTarget(client, overwrite);
    const rows = await fill(client, head, options).catch((cause: unknown) => void (failure = { cause }));
    if (rows !== undefined) {
      await removeAside(client);
      await client.query('ANALYZE');
      return { rows };
    }
  } finally {
    await client.end();
  }
  throw await undo(databaseUrl, failure?.cause);
}
