import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { migrate } from '@konzeptwerkstatt/platform-database';
import { Client } from 'pg';

/** Folder of the checkout, seen from the compiled file. */
export const checkout = join(import.meta.dirname, '../../..');

/** A migrated database of one's own. */
export interface BenchDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Address of the server: the one in BENCH_DATABASE_URL, or the embedded one, which ends itself when nobody uses it. */
async function serverUrl(): Promise<string> {
  const given = process.env['BENCH_DATABASE_URL'];
  if (given) return given;
  const child = spawn(process.execPath, [join(checkout, 'scripts/test-server.mjs')], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('postgresql://')) continue;
    child.stdout.destroy();
    child.unref();
    return line;
  }
  throw new Error('The embedded database server did not start; run "node scripts/test-server.mjs" to see why.');
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** Makes a database with all tables, empty. Its name tells the clean-up of the embedded server what it is, should a run break off. */
export async function createBenchDatabase(): Promise<BenchDatabase> {
  const server = await serverUrl();
  const name = `konzeptwerkstatt_test_bench_${randomBytes(5).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = withDatabase(server, name);
  await migrate(url, join(checkout, 'prisma/migrations'));
  return { url, drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
