/**
 * Keeps the embedded test server for runs of Jest by hand: prints its address, and ends it when nobody has been connected
 * for five minutes. Where one runs already, only prints its address.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { buildLibraries } from './setup/build-libraries.mjs';
import { root } from './setup/paths.mjs';

await buildLibraries(['platform/config', 'platform/database']);
const { startEmbeddedPostgres } = await import('../libs/platform/database/dist/tooling.js');
const { defaultDataDir } = await import('../libs/platform/config/dist/default-data-dir.js');

const patience = 5 * 60_000;
const server = await startEmbeddedPostgres({ dataDir: join(defaultDataDir(root), 'test'), database: 'konzeptwerkstatt_test', sharedForTests: true });
if (!server.isOwner) {
  console.log(server.url);
  process.exit(0);
}

const stop = async () => {
  await server.stop();
  process.exit(0);
};
process.on('SIGINT', stop).on('SIGTERM', stop);
// Whoever waited for the address has gone when the next line is written.
process.stdout.on('error', () => {});

const client = new Client({ connectionString: server.url.replace(/[^/]+$/, 'postgres'), application_name: 'keeper' });
client.on('error', () => process.exit(1));
await client.connect();
// Nobody is connected to a server that has just started, so whatever earlier runs left behind can go.
const { rows } = await client.query("SELECT datname FROM pg_database WHERE datname LIKE 'konzeptwerkstatt_test_%' AND datname NOT LIKE '%_template_%'");
for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
console.log(server.url);

for (let lastUse = Date.now(); Date.now() - lastUse < patience; await sleep(20_000)) {
  const { rows: activity } = await client.query("SELECT count(*)::int AS users FROM pg_stat_activity WHERE backend_type = 'client backend' AND datname <> 'postgres'");
  if (activity[0].users > 0) lastUse = Date.now();
}
await client.end();
await stop();
