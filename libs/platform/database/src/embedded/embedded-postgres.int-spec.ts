import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkout } from '@konzeptwerkstatt/test-support';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';

const program = join(checkout, 'libs/platform/database/dist/tooling.js');

/** A process of its own that starts the server, prints its address and then does nothing. */
async function startInOtherProcess(dataDir: string): Promise<{ url: string; kill: () => Promise<void> }> {
  const code = `const { startEmbeddedPostgres } = await import(${JSON.stringify(program)}); console.log((await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} })).url); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'], cwd: checkout, env: { ...process.env, NODE_OPTIONS: '' } });
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { url, kill };
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded server', () => {
  let dataDir: string;
  let servers: EmbeddedPostgres[];

  const start = async (options: { port?: number } = {}): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDir, ...options });
    servers.push(server);
    return server;
  };

  beforeEach(async () => {
    servers = [];
    await mkdir(join(checkout, '.data'), { recursive: true });
    dataDir = await mkdtemp(join(checkout, '.data/embedded-test-'));
    await chmod(dataDir, 0o755);
  });

  afterEach(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(dataDir, { recursive: true, force: true });
  });

  it('keeps what was written from one start to the next, and every commit on the disk', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept (n int)');
    await first.stop();
    const second = await start();
    expect(await query(second.url, "SELECT count(*)::int AS tables FROM pg_tables WHERE tablename = 'kept'")).toEqual([{ tables: 1 }]);
    expect(await query(second.url, "SELECT current_setting('fsync') AS fsync, current_setting('max_connections') AS connections, current_setting('server_encoding') AS encoding")).toEqual([
      { fsync: 'on', connections: '200', encoding: 'UTF8' },
    ]);
  }, 60_000);

  it('is found and replaced after its application was killed, with what was committed', async () => {
    const killed = await startInOtherProcess(dataDir);
    await query(killed.url, 'CREATE TABLE kept (n int)');
    await killed.kill();
    const server = await start();
    expect(await query(server.url, "SELECT count(*)::int AS tables FROM pg_tables WHERE tablename = 'kept'")).toEqual([{ tables: 1 }]);
    await expect(query(killed.url, 'SELECT 1')).rejects.toThrow();
  }, 60_000);

  it('starts although a lock file names a process that is no database', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'postgres/postmaster.pid'), `${process.pid}\n${dataDir}\n0\n5432\n\n127.0.0.1\n`);
    expect(await query((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  }, 60_000);

  it('makes the cluster anew when the first start was cut short', async () => {
    await mkdir(join(dataDir, 'postgres'), { mode: 0o700 });
    await writeFile(join(dataDir, 'postgres/PG_VERSION'), '18\n');
    expect(await query((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  }, 60_000);

  it('keeps its password where only the owner reads it', async () => {
    const { url } = await start();
    const file = join(dataDir, 'postgres-password');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(new URL(url).password).toBe(await readFile(file, 'utf8'));
    await expect(query(Object.assign(new URL(url), { password: 'wrong' }).href, 'SELECT 1')).rejects.toThrow(/password/);
  }, 60_000);

  it('refuses a folder that a running application uses, and leaves that one alone', async () => {
    const first = await start();
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ exitCode: 69, message: expect.stringContaining('schon von einer laufenden Konzeptwerkstatt benutzt') });
    expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  }, 60_000);

  it('says in one sentence that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(start({ port })).rejects.toMatchObject({ exitCode: 69, message: `Der Anschluss ${port} für die eingebaute Datenbank ist schon belegt: Bitte einen anderen wählen.` });
    other.close();
  }, 60_000);

  it('says in one sentence that the data folder cannot be written', async () => {
    await writeFile(join(dataDir, 'file'), '');
    const folder = join(dataDir, 'file', 'below');
    await expect(startEmbeddedPostgres({ dataDir: folder })).rejects.toMatchObject({ exitCode: 73, message: expect.stringMatching(/^Der Datenordner .*below kann nicht beschrieben werden \(ENOTDIR\): .*DATA_DIR/) });
  });
});
