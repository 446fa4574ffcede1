/** Hocuspocus as its documentation sets it up on PostgreSQL; with REDIS_URL on several nodes. */
import { Database } from '@hocuspocus/extension-database';
import { Redis } from '@hocuspocus/extension-redis';
import { Server } from '@hocuspocus/server';
import { Pool } from 'pg';

const { DATABASE_URL: connectionString, REDIS_URL: redisUrl, HOST: address, PORT: port } = process.env;
const pool = new Pool({ connectionString });
await pool.query('CREATE TABLE IF NOT EXISTS hocuspocus_documents (name text PRIMARY KEY, data bytea NOT NULL)');

const database = new Database({
  fetch: async ({ documentName }) => {
    const { rows } = await pool.query<{ data: Buffer }>('SELECT data FROM hocuspocus_documents WHERE name = $1', [documentName]);
    return rows[0]?.data ?? null;
  },
  store: async ({ documentName, state }) => {
    await pool.query('INSERT INTO hocuspocus_documents (name, data) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET data = excluded.data', [documentName, state]);
  },
});

function redis(url: string): Redis {
  const { hostname, port: redisPort } = new URL(url);
  return new Redis({ host: hostname, port: Number(redisPort) });
}

const server = new Server({ port: Number(port), address, quiet: true, extensions: [database, ...(redisUrl === undefined ? [] : [redis(redisUrl)])] });
await server.listen();
