import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server process found through the lock file in its cluster folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const lockFile = (cluster: string): string => join(cluster, 'postmaster.pid');

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Process numbers are used again, in containers within seconds: only a process that is a PostgreSQL counts, and not one
 * that has ended and waits for its parent to take notice (state Z).
 */
function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    const [, name, state] = /^\d+ \((.*)\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return name?.startsWith('postgres') === true && state !== 'Z';
  } catch {
    return false;
  }
}

/** The live server of a cluster, if there is one. A lock file that nobody stands behind is removed. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const lines = await readFile(lockFile(cluster), 'utf8').then((text) => text.split('\n'), () => undefined);
  if (!lines) return undefined;
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (Number.isInteger(pid) && pid > 0 && isAlive(pid) && isPostgres(pid)) return { pid, port };
  await rm(lockFile(cluster), { force: true });
  return undefined;
}

async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  for (const deadline = Date.now() + milliseconds; Date.now() < deadline; await sleep(25)) {
    if (!isAlive(pid) || !isPostgres(pid)) return true;
  }
  return false;
}

/** Ends a server in order (open transactions are rolled back), after 30 s the hard way; its log makes that safe. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(pid) || !isPostgres(pid)) return;
    process.kill(pid, signal);
    if (await waitForEnd(pid, signal === 'SIGINT' ? 30_000 : 5_000)) return;
  }
}
