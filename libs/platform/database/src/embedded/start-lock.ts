import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExitCode, StartupError } from '@konzeptwerkstatt/platform-config';

const patience = 60_000;

async function holderIsAlive(file: string): Promise<boolean> {
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  // An empty file was made a moment ago and gets its number right away.
  if (!Number.isInteger(pid) || pid <= 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Lets one process at a time make or start a cluster; two first starts at once would delete each other's files.
 * @returns the function that gives the lock back
 * @throws StartupError when a living process holds it for more than 60 s
 */
export async function acquireStartLock(file: string): Promise<() => Promise<void>> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(50)) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (!(await holderIsAlive(file))) await rm(file, { force: true });
    }
  }
  throw new StartupError(`Ein anderer Vorgang startet seit über einer Minute die Datenbank (Sperre ${file}): Bitte ihn beenden oder die Datei löschen.`, ExitCode.unavailable);
}
