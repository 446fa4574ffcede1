/**
 * The collaboration engine alone, with its real persistence, everybody let in: `DATABASE_URL=… PORT=… npm run bench:collab-server`.
 * Documents of any name at `/collab/<name>`; ready when `GET /health/ready` answers 200; ends at SIGTERM.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createHttpFront } from './collab/server/http-front.js';
import { startEngine, type RunningEngine } from './collab/server/engine.js';

const { DATABASE_URL: databaseUrl, HOST: host = '127.0.0.1', PORT: port = '1234' } = process.env;

async function migrateFirst(): Promise<void> {
  const child = fork(join(import.meta.dirname, 'collab/server/migrate-once.js'));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The database could not be brought up to date.');
}

async function main(url: string): Promise<void> {
  await migrateFirst();
  let engine: RunningEngine | null = null;
  const server = createHttpFront(async () => (await engine?.isReady()) === true);
  engine = await startEngine(server, url);
  server.listen(Number(port), host);
  await once(server, 'listening');
  process.stdout.write(`rooms are open at ws://${host}:${port}/collab/<name>\n`);
  const stop = async (): Promise<void> => {
    server.close();
    await engine.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

if (databaseUrl === undefined) {
  process.stderr.write('Please set DATABASE_URL: the updates are stored in PostgreSQL.\n');
  process.exit(2);
}
await main(databaseUrl);
