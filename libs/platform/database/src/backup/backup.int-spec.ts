import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { checkout, createDemonstrationDatabase, type PlainDatabase } from '@konzeptwerkstatt/test-support';
import { Client } from 'pg';
import { migrate } from '../migration/migrate.js';
import { readMigrations } from '../migration/migration-files.js';
import { decodeFrames, encodeFrame, type BackupFrame } from './backup-frames.js';
import { restoreBackup } from './restore-backup.js';
import { putBack, setAside } from './set-aside.js';
import { writeBackup } from './write-backup.js';

const migrationsDir = join(checkout, 'prisma/migrations');
let source: PlainDatabase;
let folder: string;
let file: string;
const made: string[] = [];

async function on<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** A new database without anything in it. */
async function emptyDatabase(): Promise<string> {
  const name = `konzeptwerkstatt_test_restore_${randomBytes(5).toString('hex')}`;
  await source.pool.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  made.push(name);
  const address = new URL(source.url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Number and hash of the rows of every table; what only means something in one cluster is left out. */
async function contents(url: string): Promise<Record<string, string>> {
  return on(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'engine') AND tablename <> '_prisma_migrations' AND tablename <> 'presence' AND tablename NOT LIKE 'search%' ORDER BY 1`);
    const found: Record<string, string> = {};
    for (const { name } of rows) {
      const { rows: [table] } = await client.query<{ state: string }>(`SELECT count(*) || ' ' || coalesce(md5(string_agg(row, '' ORDER BY row)), '') AS state FROM (SELECT (to_jsonb(t) - 'xid')::text AS row FROM ${name} t) AS rows`);
      found[name] = table?.state ?? '';
    }
    return found;
  });
}

const restore = (databaseUrl: string, options: { overwrite?: boolean; keepCredentials?: boolean; file?: string } = {}): Promise<{ rows: number }> =>
  restoreBackup({ databaseUrl, file, migrationsDir, overwrite: false, keepCredentials: true, ...options });

beforeAll(async () => {
  source = await createDemonstrationDatabase();
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  file = join(folder, 'all.backup');
  await source.pool.query(`INSERT INTO sessions (id, token_hash, person_id, device_label, expires_at) SELECT gen_random_uuid(), gen_random_uuid(), id, 'Firefox', now() + interval '7 days' FROM persons`);
  await source.pool.query(`INSERT INTO calendar_feeds (id, municipality_id, process_id, person_id, organisation_id, token_hash) SELECT gen_random_uuid(), municipality_id, id, gen_random_uuid(), gen_random_uuid(), 'hash-' || id FROM planning_processes LIMIT 1`);
  await source.pool.query(`INSERT INTO guest_doors (gathering_id, municipality_id, process_id, section_ids, guests_write, opens_at, closes_at, code)
    SELECT gen_random_uuid(), municipality_id, id, '{}', true, now(), now() + interval '1 hour', 'ABCD2345' FROM planning_processes LIMIT 1`);
  await source.pool.query(`INSERT INTO guests (id, municipality_id, gathering_id, pseudonym, language, token_hash, phrase_hash) SELECT gen_random_uuid(), municipality_id, gathering_id, 'Blauer Ahorn', 'de', 'hash', 'slow' FROM guest_doors WHERE code = 'ABCD2345'`);
  await source.pool.query(`INSERT INTO engine.parked_job (id, queue, job_name, job_id, data, reason, attempts) VALUES ($1, 'now', 'a.b', 'x', '{"text": "Zeile\\n\\t\\\\ ü 😀"}', 'reason', 5)`, [randomUUID()]);
  await writeBackup(source.url, file);
}, 60_000);
afterAll(async () => {
  for (const name of made) await source.pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await source.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('brings back every row, document and number in an empty database', async () => {
    const target = await emptyDatabase();
    const { rows } = await restore(target);
    const before = await contents(source.url);
    expect(await contents(target)).toEqual(before);
    expect(rows).toBe(Object.values(before).reduce((sum, state) => sum + Number(state.split(' ')[0]), 0));
    expect(rows).toBeGreaterThan(500);
    expect(Number(before['engine.document_update']?.split(' ')[0]) + Number(before['engine.document_snapshot']?.split(' ')[0])).toBeGreaterThan(10);
    const next = (url: string): Promise<string | undefined> => on(url, async (client) => (await client.query<{ n: string }>(`SELECT nextval('engine.event_position')::text AS n`)).rows[0]?.n);
    expect(await next(target)).toBe(await next(source.url));
  }, 30_000);

  it('is as of one moment although people go on writing', async () => {
    const other = join(folder, 'moment.backup');
    let writing = true;
    const writer = (async () => {
      while (writing) await source.pool.query(`WITH town AS (SELECT id FROM municipalities LIMIT 1) INSERT INTO organisations (id, municipality_id, kind, name) SELECT gen_random_uuid(), id, 'welfare', gen_random_uuid()::text FROM town`);
    })();
    await writeBackup(source.url, other);
    writing = false;
    await writer;
    const target = await emptyDatabase();
    await restore(target, { file: other });
    const count = (url: string): Promise<number> => on(url, async (client) => (await client.query<{ n: number }>('SELECT count(*)::int AS n FROM organisations')).rows[0]?.n ?? 0);
    expect(await count(target)).toBeLessThan(await count(source.url));
    await source.pool.query(`DELETE FROM organisations WHERE name ~ '^[0-9a-f]{8}-'`);
  }, 30_000);

  it('is for its owner only, replaces no file, and leaves none behind when it fails', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(writeBackup(source.url, file)).rejects.toMatchObject({ code: 'EEXIST' });
    const empty = join(folder, 'empty.backup');
    await expect(writeBackup(await emptyDatabase(), empty)).rejects.toThrow('noch nichts');
    await expect(stat(empty)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('needs no superuser, only the owner of the database', async () => {
    const target = new URL(await emptyDatabase());
    const role = `konzeptwerkstatt_test_${randomBytes(4).toString('hex')}`;
    await source.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'geheim'`);
    await source.pool.query(`ALTER DATABASE ${target.pathname.slice(1)} OWNER TO ${role}`);
    target.username = role;
    target.password = 'geheim';
    try {
      await restore(target.href);
      await restore(target.href, { overwrite: true });
      expect(await contents(target.href)).toEqual(await contents(source.url));
    } finally {
      await source.pool.query(`DROP DATABASE ${target.pathname.slice(1)} WITH (FORCE)`);
      await source.pool.query(`DROP ROLE ${role}`);
    }
  }, 30_000);

  it('of an older program is brought up to date', async () => {
    const names = (await readMigrations(migrationsDir)).map(({ name }) => name);
    const old = await emptyDatabase();
    await migrate(old, migrationsDir, names.slice(0, -1));
    await on(old, (client) => client.query(`INSERT INTO municipalities (id, name) VALUES (gen_random_uuid(), 'Altstadt')`));
    const backup = join(folder, 'old.backup');
    await writeBackup(old, backup);
    const target = await emptyDatabase();
    await restore(target, { file: backup });
    expect(await migrate(target, migrationsDir)).toEqual({ applied: [] });
    expect(await on(target, async (client) => (await client.query('SELECT name FROM municipalities')).rows)).toEqual([{ name: 'Altstadt' }]);
  }, 30_000);
});

describe('restoring', () => {
  let target: string;
  const mark = (): Promise<unknown> => on(target, (client) => client.query(`INSERT INTO municipalities (id, name) VALUES (gen_random_uuid(), 'Bleibt')`));
  const isMarked = (): Promise<boolean> => on(target, async (client) => (await client.query(`SELECT 1 FROM municipalities WHERE name = 'Bleibt'`)).rowCount === 1);
  beforeEach(async () => {
    target = await emptyDatabase();
    await migrate(target, migrationsDir);
    await mark();
  });
  afterEach(() => rm(join(folder, 'bad.backup'), { force: true }));

  it('refuses a database with something in it, and replaces all of it when told so', async () => {
    await expect(restore(target)).rejects.toThrow('--overwrite');
    expect(await isMarked()).toBe(true);
    await restore(target, { overwrite: true });
    expect(await isMarked()).toBe(false);
    expect(await contents(target)).toEqual(await contents(source.url));
  }, 30_000);

  it.each([
    ['a file that ends early', (bytes: Buffer) => bytes.subarray(0, bytes.length - 2_000)],
    ['a file with one wrong byte', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 5_000), Buffer.from([(bytes[5_000] ?? 0) ^ 255]), bytes.subarray(5_001)])],
    ['some other file', () => Buffer.from('Das ist keine Sicherung.')],
    ['an empty file', () => Buffer.alloc(0)],
  ])('refuses %s before it touches anything', async (_what, damage) => {
    const bad = join(folder, 'bad.backup');
    await writeFile(bad, damage(await readFile(file)));
    await expect(restore(target, { overwrite: true, file: bad })).rejects.toThrow('beschädigt');
    expect(await isMarked()).toBe(true);
  });

  it('leaves what was there when it fails in the middle of the backup, and says so', async () => {
    // Whole and well signed, but a table of its second half holds what the database refuses.
    const pieces: BackupFrame[] = [];
    for await (const piece of decodeFrames(Readable.from([gunzipSync(await readFile(file))]))) pieces.push(piece);
    const last = pieces.findLastIndex((piece) => piece.kind === 'table' && piece.value.name === 'sections');
    const end = pieces.findIndex(({ kind }, index) => index > last && kind === 'table-end');
    const garbage = Buffer.from('keine Kennung\n');
    pieces.splice(last + 1, end - last, { kind: 'data', value: garbage }, { kind: 'table-end', value: { rows: 1, sha256: createHash('sha256').update(garbage).digest('hex') } });
    const bad = join(folder, 'bad.backup');
    await writeFile(bad, gzipSync(Buffer.concat(pieces.map(encodeFrame))));
    const before = await contents(target);
    await expect(restore(target, { overwrite: true, file: bad })).rejects.toThrow('steht wieder alles, was vorher');
    expect(await contents(target)).toEqual(before);
    expect(await isMarked()).toBe(true);
    expect(await migrate(target, migrationsDir)).toEqual({ applied: [] });
    const { rows } = await on(target, (client) => client.query(`SELECT nspname FROM pg_namespace WHERE nspname LIKE 'konzeptwerkstatt%'`));
    expect(rows).toEqual([]);
    await restore(target, { overwrite: true });
    expect(await contents(target)).toEqual(await contents(source.url));
  }, 30_000);

  it('takes up again what an earlier one that was killed has left aside', async () => {
    await on(target, (client) => setAside(client));
    await migrate(target, migrationsDir);
    await expect(restore(target)).rejects.toThrow('--overwrite');
    await on(target, (client) => putBack(client));
    expect(await isMarked()).toBe(true);
    await on(target, (client) => setAside(client));
    await restore(target, { overwrite: true });
    expect(await contents(target)).toEqual(await contents(source.url));
  }, 30_000);

  it('refuses a backup of a newer program, and a file that is not there', async () => {
    const older = await mkdtemp(join(tmpdir(), 'migrations-'));
    await expect(restoreBackup({ databaseUrl: target, file, migrationsDir: older, overwrite: true, keepCredentials: true })).rejects.toThrow('hier unbekannt');
    await rm(older, { recursive: true });
    await expect(restore(target, { overwrite: true, file: join(folder, 'nothing') })).rejects.toThrow('gibt es nicht');
    expect(await isMarked()).toBe(true);
  });

  it('refuses while the product runs on the database', async () => {
    const running = new Client({ connectionString: target, application_name: 'konzeptwerkstatt-prisma' });
    await running.connect();
    await expect(restore(target, { overwrite: true })).rejects.toThrow('1 Verbindungen');
    await running.end();
    expect(await isMarked()).toBe(true);
  });

  it('lets nobody in by what was valid then, unless told so', async () => {
    const valid = (): Promise<number> => on(target, async (client) => (await client.query<{ n: number }>('SELECT count(*)::int AS n FROM sessions WHERE expires_at > now()')).rows[0]?.n ?? 0);
    const calendars = (): Promise<number> => on(target, async (client) => (await client.query<{ n: number }>('SELECT count(*)::int AS n FROM calendar_feeds')).rows[0]?.n ?? 0);
    const guests = (): Promise<number> => on(target, async (client) => (await client.query<{ n: number }>('SELECT count(token_hash)::int AS n FROM guests')).rows[0]?.n ?? 0);
    await restore(target, { overwrite: true, keepCredentials: true });
    expect(await guests()).toBeGreaterThan(0);
    expect(await valid()).toBeGreaterThan(0);
    expect(await calendars()).toBeGreaterThan(0);
    await restore(target, { overwrite: true, keepCredentials: false });
    expect(await valid()).toBe(0);
    expect(await calendars()).toBe(0);
    expect(await guests()).toBe(0);
  }, 30_000);

  it('can end everything that lets somebody in: each token has an end', async () => {
    const { rows } = await source.pool.query(
      `SELECT table_name FROM information_schema.columns WHERE table_schema IN ('public', 'engine') AND column_name LIKE '%token%' AND data_type <> 'ARRAY'
         AND table_name NOT IN ('calendar_feeds', 'guests')
         AND table_name NOT IN (SELECT a.table_name FROM information_schema.columns a JOIN information_schema.columns b USING (table_schema, table_name) WHERE a.table_schema = 'public' AND a.column_name = 'token_hash' AND b.column_name = 'expires_at')`);
    expect(rows).toEqual([]);
  });
});
