import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkout, createPlainDatabase, freePort, until, type PlainDatabase } from '@konzeptwerkstatt/test-support';
import { parse } from 'yaml';

/** The programs of docker/compose.yaml as plain processes: as a user who may write nothing, without a home, with the settings there. */
interface Service {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}
const { services } = parse(readFileSync(join(checkout, 'docker/compose.yaml'), 'utf8'), { merge: true }) as { services: Readonly<Record<string, Service>> };
const started: ChildProcess[] = [];
let database: PlainDatabase;
let output = '';

/** Where this process may change its user it does; elsewhere its own will do. */
const anybody = process.getuid?.() === 0 ? { uid: 10_001, gid: 0 } : {};

function start(name: string, settings: Record<string, string>): ChildProcess {
  const { command, environment } = services[name] as Service;
  const { REDIS_URL: _none, ...written } = environment;
  const kept = Object.fromEntries(Object.entries(written).map(([key, value]) => [key, value.replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1')]));
  const child = spawn(process.execPath, command.slice(1), {
    ...anybody, cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...kept, NODE_ENV: 'production', HOME: '/nonexistent', HOST: '127.0.0.1', METRICS_HOST: '127.0.0.1', PUBLIC_ORIGIN: 'https://konzept.example.org', DATABASE_URL: database.url, ...settings },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  started.push(child);
  return child;
}

const statusOf = (port: number, path: string): Promise<number> => fetch(`http://127.0.0.1:${port}${path}`).then(({ status }) => status, () => 0);

beforeAll(async () => void (database = await createPlainDatabase()), 30_000);
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await database.drop();
});

describe('the processes of an installation', () => {
  it('migrate: brings the database up to date and ends', async () => {
    const [code] = (await once(start('migrate', {}), 'exit')) as [number];
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('auf dem neuen Stand') });
  }, 20_000);

  it.each(['api', 'collab', 'worker'])('%s: is ready, tells its metrics on a listener of its own, and ends in order', async (name) => {
    const [port, metricsPort] = [await freePort(), await freePort()];
    output = '';
    const child = start(name, { PORT: String(port), METRICS_PORT: String(metricsPort) });
    await until(async () => child.exitCode === null && (await statusOf(port, '/health/ready')) === 200, `${name} is ready`, 45_000).catch((error: unknown) => { throw new Error(`${String(error)}\n${output}`); });
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).not.toContain('konzeptwerkstatt_');
    const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(metrics).toContain(`konzeptwerkstatt_database_up{process="${name}"} 1`);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
  }, 60_000);

  it('setup-link: gives a link of its own each time, while nobody has set the installation up', async () => {
    const env = { DATABASE_URL: database.url, PUBLIC_ORIGIN: 'https://konzept.example.org', HOME: '/nonexistent' };
    const link = async (): Promise<string> => (await promisify(execFile)(process.execPath, ['apps/standalone/dist/setup-link.js'], { ...anybody, cwd: checkout, env })).stdout;
    const [first, second] = [await link(), await link()];
    for (const text of [first, second]) expect(text).toMatch(/^ {2}https:\/\/konzept\.example\.org\/einrichten#\S{20,}$/m);
    expect(second).not.toBe(first);
  }, 90_000);

  it('jobs: tells what is parked and why, and runs it again once', async () => {
    const id = randomUUID();
    await database.pool.query(`INSERT INTO engine.parked_job (id, queue, job_name, job_id, data, reason, attempts) VALUES ($1, 'heavy', 'search.prune-words', 'x', '{}', 'Platte voll', 5)`, [id]);
    const jobs = async (...args: string[]): Promise<{ code: unknown; text: string }> => {
      output = '';
      const child = spawn(process.execPath, ['apps/standalone/dist/jobs.js', ...args], { ...anybody, cwd: checkout, env: { DATABASE_URL: database.url, HOME: '/nonexistent' } });
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
      const [code] = (await once(child, 'close')) as [number];
      return { code, text: output };
    };
    expect(await jobs()).toMatchObject({ code: 0, text: expect.stringMatching(new RegExp(`${id}  \\S+Z  search\\.prune-words  \\(5 Versuche\\)  Platte voll`)) });
    expect(await jobs('retry', id)).toMatchObject({ code: 0, text: expect.stringContaining('noch einmal') });
    expect((await jobs()).text).toContain('Nichts ist zurückgestellt.');
    expect(await jobs('retry', id)).toMatchObject({ code: 69 });
    expect(await jobs('retry', 'x')).toMatchObject({ code: 78 });
  }, 90_000);

  it('health: tells the container whether its process is ready', async () => {
    const health = async (port: number): Promise<unknown> => (await once(spawn(process.execPath, ['docker/health.mjs'], { ...anybody, cwd: checkout, env: { PORT: String(port) } }), 'exit'))[0];
    const port = await freePort();
    expect(await health(port)).toBe(1);
    const child = start('worker', { PORT: String(port), METRICS_PORT: String(await freePort()) });
    await until(async () => (await statusOf(port, '/health/ready')) === 200, 'the worker is ready', 20_000);
    expect(await health(port)).toBe(0);
    child.kill('SIGTERM');
    await once(child, 'exit');
  }, 60_000);
});
