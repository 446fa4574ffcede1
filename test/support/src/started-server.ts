import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './test-server.js';

/** How a server is started. */
export interface ServerOptions {
  readonly databaseUrl: string;
  /** Chosen by the system unless a restart needs the same one again. */
  readonly port?: number;
  readonly seed?: 'demo' | 'none';
  readonly env?: Readonly<Record<string, string>>;
  /** Compiled program to run instead of the standalone application. */
  readonly program?: string;
}

/** The whole application as a process of its own. */
export interface StartedServer {
  readonly origin: string;
  readonly port: number;
  readonly databaseUrl: string;
  /** Everything it has printed so far. */
  output(): string;
  /** Asks it to end, waits. @returns its exit code */
  stop(): Promise<number | null>;
  /** `kill -9`. */
  kill(): Promise<void>;
}

/** With the demonstration to load, on a machine that has other work. */
const patienceMs = 180_000;
const running = new Set<ChildProcess>();
// A run that is cut short must not leave servers behind.
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

const standalone = join(checkout, 'apps/standalone/dist/main.js');

function environment({ databaseUrl, port = 0, seed = 'none', env = {} }: ServerOptions): NodeJS.ProcessEnv {
  // For looking closer: LOG_LEVEL and NODE_OPTIONS of the server, e.g. a module that breaks it on purpose (`--import=…`).
  const { TEST_LOG_LEVEL, TEST_SERVER_NODE_OPTIONS = '', ...inherited } = process.env;
  return { ...inherited, NODE_ENV: 'test', NODE_OPTIONS: TEST_SERVER_NODE_OPTIONS, HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: databaseUrl, SEED: seed, LOG_LEVEL: TEST_LOG_LEVEL ?? 'error', ...env };
}

/** The port from the line that is printed once everything answers. */
async function announcedPort(child: ChildProcess, output: () => string): Promise<number> {
  const ended = once(child, 'exit').then(() => 'ended' as const);
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; ) {
    const port = /läuft: http:\/\/[^\s:]+:(\d+)/.exec(output())?.[1];
    if (port !== undefined) return Number(port);
    const pause = new Promise<undefined>((resolve) => setTimeout(resolve, 25));
    if ((await Promise.race([ended, pause])) === 'ended') break;
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start:\n${output()}`);
}

/**
 * Starts API, rooms and worker in one process on a database, from the compiled sources.
 * @throws Error with what the server printed when it does not come up
 */
export async function startServer(options: ServerOptions): Promise<StartedServer> {
  const program = options.program ?? standalone;
  if (!existsSync(program)) throw new Error('The server is not compiled; run "npm run build".');
  const child = spawn(process.execPath, [program], { cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'], env: environment(options) });
  running.add(child);
  const exit = once(child, 'exit') as Promise<[number | null]>;
  void exit.then(() => running.delete(child));
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const port = await announcedPort(child, () => printed);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return (await exit)[0];
  };
  return {
    origin: `http://127.0.0.1:${port}`, port, databaseUrl: options.databaseUrl,
    output: () => printed,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  };
}
