/**
 * `npm run db:migration -- <name>`: writes prisma/migrations/<time>_<name>/migration.sql with what is missing between the
 * existing migrations and prisma/schema.prisma. `--check` writes nothing and ends with 1 when something is missing.
 * The comparison runs in a database of its own in the embedded test server.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { root } from './setup/paths.mjs';
import { buildLibraries } from './setup/build-libraries.mjs';
import { generatePrismaClient } from './prisma-generate.mjs';

const [argument] = process.argv.slice(2);
const check = argument === '--check';
if (!check && !/^[a-z0-9_]+$/.test(argument ?? '')) {
  console.error('Bitte einen Namen aus Kleinbuchstaben, Ziffern und Unterstrichen angeben: npm run db:migration -- add_phases');
  process.exit(2);
}

generatePrismaClient();
await buildLibraries(['platform/config', 'platform/database']);
const { migrate, schemaDiff, startEmbeddedPostgres } = await import('../libs/platform/database/dist/tooling.js');

const migrations = join(root, 'prisma/migrations');
const database = `scratch_${Date.now()}`;
const server = await startEmbeddedPostgres({ dataDir: join(root, '.data/migration'), database, sharedForTests: true });
try {
  await migrate(server.url, migrations);
  const sql = await schemaDiff(server.url, join(root, 'prisma/schema.prisma'));
  if (sql === '') console.log('Schema und Migrationen stimmen überein.');
  else if (check) {
    console.error(`Schema und Migrationen stimmen nicht überein, es fehlt:\n${sql}`);
    process.exitCode = 1;
  } else {
    const folder = join(migrations, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${argument}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'migration.sql'), `${sql}\n`);
    console.log(`${folder}/migration.sql`);
  }
} finally {
  const client = new Client({ connectionString: server.url.replace(/[^/]+$/, 'postgres') });
  await client.connect();
  await client.query(`DROP DATABASE "${database}" WITH (FORCE)`);
  await client.end();
  await server.stop();
}
