import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { encodeFrame, type BackupEnd, type BackupHead, type BackupTable } from './backup-frames.js';
import { contentsElsewhere, nothingToBackUp } from './backup.errors.js';
import { copyTarget, listTables } from './table-list.js';

/** The content of a file that lies outside of the database, in the pieces in which the database would hold it. */
export type ReadContent = (fileId: string) => AsyncIterable<Buffer>;

/** What a backup holds. */
export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
}

async function readMigrationHistory(client: Client): Promise<BackupHead['migrations']> {
  const { rows } = await client.query<{ known: boolean }>(`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS known`);
  if (!rows[0]?.known) throw nothingToBackUp();
  return (await client.query<BackupHead['migrations'][number]>('SELECT migration_name AS name, checksum FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1')).rows;
}

async function readSequences(client: Client): Promise<BackupEnd['sequences']> {
  const { rows } = await client.query<{ schema: string; name: string }>(`SELECT schemaname AS schema, sequencename AS name FROM pg_sequences WHERE schemaname IN ('public', 'engine') ORDER BY 1, 2`);
  const sequences: BackupEnd['sequences'] = [];
  for (const { schema, name } of rows) {
    const { rows: [state] } = await client.query<{ last: string; isCalled: boolean }>(`SELECT last_value::text AS last, is_called AS "isCalled" FROM ${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`);
    if (state) sequences.push({ schema, name, ...state });
  }
  return sequences;
}

/** The rows that files in an object store would have in the table of pieces, in the form COPY reads: so a restore needs no store. */
async function* rowsOfObjects(client: Client, table: BackupTable, readContent: ReadContent | undefined): AsyncGenerator<Buffer> {
  const { rows: [known] } = await client.query<{ yes: boolean }>(`SELECT to_regclass('engine.stored_object') IS NOT NULL AS yes`);
  if (!known?.yes) return;
  const { rows: files } = await client.query<{ id: string }>('SELECT id::text FROM engine.stored_file JOIN engine.stored_object ON file_id = id ORDER BY 1');
  if (files.length > 0 && readContent === undefined) throw contentsElsewhere();
  for (const { id } of files) {
    let ordinal = 0;
    for await (const piece of readContent?.(id) ?? []) {
      const values: Record<string, string> = { file_id: id, ordinal: String(ordinal++), content: `\\\\x${piece.toString('hex')}` };
      yield Buffer.from(`${table.columns.map((column) => values[column]).join('\t')}\n`);
    }
  }
}

async function* tableFrames(client: Client, table: BackupTable, readContent: ReadContent | undefined, count: (rows: number) => void): AsyncGenerator<Buffer> {
  yield encodeFrame({ kind: 'table', value: table });
  const hash = createHash('sha256');
  const stream = client.query(copyTo(`COPY ${copyTarget(client, table)} TO STDOUT`));
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    yield encodeFrame({ kind: 'data', value: chunk });
  }
  let rows = stream.rowCount;
  if (table.schema === 'engine' && table.name === 'stored_file_chunk') {
    for await (const row of rowsOfObjects(client, table, readContent)) {
      rows += 1;
      hash.update(row);
      yield encodeFrame({ kind: 'data', value: row });
    }
  }
  count(rows);
  yield encodeFrame({ kind: 'table-end', value: { rows, sha256: hash.digest('hex') } });
}

async function* backupFrames(client: Client, readContent: ReadContent | undefined, summary: { tables: number; rows: number }): AsyncGenerator<Buffer> {
  const migrations = await readMigrationHistory(client);
  yield encodeFrame({ kind: 'head', value: { format: 'konzeptwerkstatt-backup', version: 1, createdAt: new Date().toISOString(), migrations } });
  const tables = await listTables(client);
  for (const table of tables) {
    yield* tableFrames(client, table, readContent, (rows) => (summary.rows += rows));
    summary.tables += 1;
  }
  // A sequence may have gone on since the snapshot: numbers are left out then, never given twice.
  yield encodeFrame({ kind: 'end', value: { tables: tables.length, sequences: await readSequences(client) } });
}

/**
 * Writes everything of the installation into one new file, as of one moment, while people go on working. The file is readable
 * for its owner only and has its name only when it is complete and on the disk.
 * @param databaseUrl role that may read all tables
 * @param readContent for files in an object store
 * @throws StartupError for an empty database, or when files lie in a store that cannot be read; EEXIST when the file is there already
 */
export async function writeBackup(databaseUrl: string, file: string, readContent?: ReadContent): Promise<BackupSummary> {
  await (await open(file, 'wx', 0o600)).close();
  const part = `${file}.part`;
  const client = new Client({ connectionString: databaseUrl, application_name: 'konzeptwerkstatt-backup' });
  const summary = { tables: 0, rows: 0 };
  try {
    await client.connect();
    // Dates, numbers and bytes read the same whatever the role's own settings are.
    await client.query(`SET datestyle = 'ISO'; SET timezone = 'UTC'; SET extra_float_digits = 3; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await pipeline(Readable.from(backupFrames(client, readContent, summary)), createGzip(), createWriteStream(part, { mode: 0o600, flush: true }));
    await rename(part, file);
    return summary;
  } catch (error) {
    await rm(part, { force: true });
    await rm(file, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}
