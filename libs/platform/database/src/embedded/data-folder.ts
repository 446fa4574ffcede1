import { randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ExitCode, isReachableForOthers, StartupError } from '@konzeptwerkstatt/platform-config';
import type { SystemUser } from './system-user.js';

/** What lies where in the data folder. */
export interface DataFolder {
  /** The database cluster. */
  readonly cluster: string;
  /** Copy of the server's programs, used only when those in node_modules are out of reach. */
  readonly binaries: string;
  readonly log: string;
  /** Held by the process that is starting the server. */
  readonly startLock: string;
  /** Password of the database's owner, 64 hexadecimal digits. */
  readonly password: string;
}

async function isThere(folder: string): Promise<boolean> {
  try {
    await lstat(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return false;
  }
}

/** One folder after the other: where none can be made (below /proc), Node's recursive `mkdir` tries for ever. */
async function createReachable(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let above = folder; !(await isThere(above)); above = dirname(above)) missing.push(above);
  for (const made of missing.reverse()) {
    // Somebody else may have been faster.
    await mkdir(made).catch((error: NodeJS.ErrnoException) => { if (error.code !== 'EEXIST') throw error; });
    // A strict umask would lock the server's own user out of the folders just made.
    await chmod(made, 0o755);
  }
}

async function readOrCreatePassword(file: string): Promise<string> {
  const password = randomBytes(32).toString('hex');
  try {
    await writeFile(file, password, { mode: 0o600, flag: 'wx' });
    return password;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readFile(file, 'utf8')).trim();
  }
}

async function probe(folder: string): Promise<void> {
  const file = join(folder, `.write-test-${process.pid}`);
  await writeFile(file, '');
  await rm(file);
}

/** The folder the server keeps its data in: for its own user alone, or it refuses to start. */
export async function makeClusterFolder(cluster: string, user: SystemUser | undefined): Promise<void> {
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  if (user && (await lstat(cluster)).uid !== user.uid) await chown(cluster, user.uid, user.gid);
}

/**
 * Makes the data folder usable for this process and for the server's user.
 * @throws StartupError (exit code 73) when it cannot be written or is out of the server's reach
 */
export async function openDataFolder(dataDir: string, user: SystemUser | undefined): Promise<DataFolder> {
  const folder = resolve(dataDir);
  const cluster = join(folder, 'postgres');
  try {
    await createReachable(folder);
    await probe(folder);
    await makeClusterFolder(cluster, user);
    const password = await readOrCreatePassword(join(folder, 'postgres-password'));
    if (user && !isReachableForOthers(folder)) throw unreachable(folder);
    return { cluster, binaries: join(folder, 'postgres-binaries'), log: join(folder, 'postgres.log'), startLock: join(folder, 'postgres.starting'), password };
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new StartupError(
      `Der Datenordner ${folder} kann nicht beschrieben werden (${reason}): Bitte die Rechte oder den freien Platz prüfen oder DATA_DIR auf einen anderen Ordner setzen.`,
      ExitCode.cannotCreate,
      { cause },
    );
  }
}

function unreachable(folder: string): StartupError {
  return new StartupError(
    `Der Datenordner ${folder} ist für den Systembenutzer der Datenbank nicht erreichbar: Bitte DATA_DIR auf einen Ordner setzen, dessen übergeordnete Ordner andere Benutzer betreten dürfen.`,
    ExitCode.cannotCreate,
  );
}
