import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExitCode, StartupError } from '@konzeptwerkstatt/platform-config';
import { makeClusterFolder, type DataFolder } from './data-folder.js';
import type { ServerBinaries } from './server-binaries.js';
import type { SystemUser } from './system-user.js';

/** Role that owns the cluster and every database in it. */
export const clusterOwner = 'konzeptwerkstatt';

/** The server's programs see nothing of our environment but the path: PG* variables of the caller must not steer them. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C', TZ: 'UTC' });

/** Byte order for every index and order key; German order is asked for by COLLATE where people read a list. */
const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/**
 * Makes the cluster unless it is there. A first start that was cut short leaves a half-made one, which initdb refuses;
 * the marker file is written last, and what lacks it is made anew.
 * @throws StartupError with initdb's own words
 */
export async function createCluster(binaries: ServerBinaries, folder: DataFolder, user: SystemUser | undefined): Promise<void> {
  const marker = join(folder.cluster, 'konzeptwerkstatt.ready');
  if (existsSync(marker)) return;
  const passwordFile = `${folder.cluster}.initdb`;
  await rm(folder.cluster, { recursive: true, force: true });
  await makeClusterFolder(folder.cluster, user);
  await writeFile(passwordFile, folder.password, { mode: 0o600 });
  try {
    if (user) await chown(passwordFile, user.uid, user.gid);
    const args = [`--pgdata=${folder.cluster}`, `--username=${clusterOwner}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', ...locale];
    await runInitdb(binaries.initdb, args, folder, user);
    await writeFile(marker, '');
    if (user) await chown(marker, user.uid, user.gid);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function runInitdb(program: string, args: string[], folder: DataFolder, user: SystemUser | undefined): Promise<void> {
  const child = spawn(program, args, { ...user, cwd: folder.cluster, env: serverEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new StartupError(`Die eingebaute Datenbank ließ sich nicht anlegen: ${complaint.trim()}`, ExitCode.cannotCreate);
}
