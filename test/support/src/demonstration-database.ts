import type { Client } from 'pg';
import { demonstrationPrefix, demonstrationTemplate } from './demonstration-template.js';
import { untilQuiet } from './quiet.js';
import { startServer } from './started-server.js';
import { onServer } from './template-database.js';
import { createPlainDatabase, type PlainDatabase } from './test-database.js';
import { testServerUrl } from './test-server.js';

/** Lets one process load the demonstration at a time. */
const loadLock = 7_203_413;

/**
 * A database with the demonstration in it and nothing left to do, to clone from; loaded once for each state of its sources,
 * by the server's own start.
 * @returns the template's name
 */
export async function ensureDemonstrationTemplate(): Promise<string> {
  const serverUrl = await testServerUrl();
  const template = demonstrationTemplate();
  await onServer(serverUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [loadLock]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (rowCount) return;
    const unfinished = `${template}_unfinished`;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    const database = await createPlainDatabase(unfinished);
    await load(database);
    await database.pool.end();
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
    await dropOutdated(client, template);
  });
  return template;
}

/** Templates of earlier states of the sources; one that is being cloned at this moment stays until the next time. */
async function dropOutdated(client: Client, current: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE starts_with(datname, $1) AND datname <> $2', [demonstrationPrefix, current]);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname}`).catch(() => undefined);
}

async function load({ url, pool }: PlainDatabase): Promise<void> {
  const server = await startServer({ databaseUrl: url, seed: 'demo' });
  await untilQuiet(pool, 60_000);
  await server.stop();
}

/** A database with the demonstration, of one's own. */
export async function createDemonstrationDatabase(): Promise<PlainDatabase> {
  return createPlainDatabase(undefined, await ensureDemonstrationTemplate());
}
