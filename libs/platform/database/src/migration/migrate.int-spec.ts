import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { migrate } from './migrate.js';
import { readMigrations } from './migration-files.js';
import { MigrationFailedError, MigrationHistoryError } from './migration.errors.js';
import { withSchemaEngine } from './schema-engine.js';

describe('migrate', () => {
  const database = useTestDatabase();
  let folder: string;

  const write = async (name: string, sql: string): Promise<void> => {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'migration.sql'), sql);
  };
  const names = async (sql: string): Promise<unknown[]> => (await database().pool.query<{ name: string }>(sql)).rows.map(({ name }) => name);
  const tables = (): Promise<unknown[]> => names("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1");

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'migrations-'));
    await database().pool.query('DROP SCHEMA IF EXISTS engine CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await write('20260101000000_first', 'CREATE TABLE chapter (id int PRIMARY KEY);');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  describe('brings a database up to date', () => {
    it('applies each migration once, and a second run does nothing', async () => {
      await write('20260102000000_second', 'ALTER TABLE chapter ADD COLUMN title text;');
      expect(await migrate(database().url, folder)).toEqual({ applied: ['20260101000000_first', '20260102000000_second'] });
      expect(await migrate(database().url, folder)).toEqual({ applied: [] });
    });

    it('lets processes that start together apply each migration once', async () => {
      const runs = await Promise.all([1, 2, 3].map(() => migrate(database().url, folder)));
      expect(runs.flatMap((run) => run.applied)).toEqual(['20260101000000_first']);
    });

    it('keeps semicolons inside functions and comments', async () => {
      await write('20260102000000_function', '-- one; two\nCREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN n := n + n; RETURN n; END $$;');
      await migrate(database().url, folder);
      const { rows } = await database().pool.query('SELECT twice(21) AS answer');
      expect(rows).toEqual([{ answer: 42 }]);
    });

    it('leaves a history that the official engine reads as complete', async () => {
      await migrate(database().url, folder);
      const migrationDirectories = (await readMigrations(folder)).map(({ name, sql }) => ({ path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } } }));
      const migrationsList = { baseDir: folder, lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' }, shadowDbInitScript: '', migrationDirectories };
      const schema = 'datasource db {\n  provider = "postgresql"\n}\n';
      const diagnosis = await withSchemaEngine(database().url, schema, (engine) =>
        engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: { externalTables: [], externalEnums: [] } }),
      );
      expect(diagnosis).toMatchObject({ editedMigrationNames: [], failedMigrationNames: [], hasMigrationsTable: true, history: null });
    });
  });

  describe('refuses what cannot go well', () => {
    it('names the migration that failed, keeps nothing of it, and goes on once it is mended', async () => {
      await write('20260102000000_broken', 'CREATE TABLE half (id int); SELECT 1 / 0;');
      await expect(migrate(database().url, folder)).rejects.toThrow(MigrationFailedError);
      await expect(migrate(database().url, folder)).rejects.toThrow(/20260102000000_broken.*division by zero/);
      expect(await tables()).toEqual(['chapter']);
      await write('20260102000000_broken', 'CREATE TABLE half (id int);');
      expect(await migrate(database().url, folder)).toEqual({ applied: ['20260102000000_broken'] });
    });

    it('refuses a migration that was changed after it was applied', async () => {
      await migrate(database().url, folder);
      await write('20260101000000_first', 'CREATE TABLE chapter (id bigint PRIMARY KEY);');
      await expect(migrate(database().url, folder)).rejects.toThrow(MigrationHistoryError);
    });

    it('refuses a database that is newer than the program', async () => {
      await write('20260102000000_second', 'CREATE TABLE later (id int);');
      await migrate(database().url, folder);
      await rm(join(folder, '20260102000000_second'), { recursive: true });
      await expect(migrate(database().url, folder)).rejects.toThrow(/nicht im Programm/);
    });

    it('says in one sentence that the database cannot be reached', async () => {
      await expect(migrate('postgresql://nobody:secret@127.0.0.1:1/none', folder)).rejects.toThrow(/Die Datenbank ist nicht erreichbar.*DATABASE_URL/);
    });
  });
});
