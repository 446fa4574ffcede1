import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ExitCode, StartupError } from '@konzeptwerkstatt/platform-config';

const run = promisify(execFile);

/** The system user the server runs as; undefined means the user of this process. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

async function lookUp(name: string): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createPostgresUser(): Promise<void> {
  try {
    await run('groupadd', ['--system', 'postgres']).catch(() => undefined);
    await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  } catch {
    // A minimal system may lack these tools; `nobody` is tried next.
  }
}

/**
 * PostgreSQL refuses to run as root. For root this finds the system user `postgres`, makes it where it is missing, and
 * falls back on `nobody`; for everybody else there is nothing to choose.
 * @throws StartupError when none of them exists
 */
export async function findServerUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await lookUp('postgres');
  if (existing) return existing;
  await createPostgresUser();
  const user = (await lookUp('postgres')) ?? (await lookUp('nobody'));
  if (user) return user;
  throw new StartupError(
    'Die eingebaute Datenbank darf nicht als root laufen, und der Systembenutzer „postgres“ ließ sich nicht anlegen: Bitte als gewöhnlicher Benutzer starten oder DATABASE_URL setzen.',
    ExitCode.unavailable,
  );
}
