import { join } from 'node:path';
import { loadConfig, StartupError, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { findEmbeddedPostgres, startEmbeddedPostgres } from '@konzeptwerkstatt/platform-database';

export const MIGRATIONS = join(import.meta.dirname, '../../../prisma/migrations');

/** Prints a line for the person at the terminal. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Runs work on the installation's database: the one of DATABASE_URL, the embedded one beside a running installation, or the
 * embedded one started for it.
 * @param canShare whether it may run beside the installation
 */
export async function withDatabase(canShare: boolean, work: (databaseUrl: string, config: AppConfig) => Promise<void>): Promise<void> {
  const config = loadConfig(process.env);
  if (config.databaseUrl !== undefined) return work(config.databaseUrl, config);
  const running = canShare ? await findEmbeddedPostgres(config.dataDir) : undefined;
  if (running !== undefined) return work(running, config);
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir });
  await work(server.url, config).finally(() => server.stop());
}

/** Ends the process with one sentence and a code when the work fails. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isKnown = error instanceof StartupError;
    process.stderr.write(`${isKnown || !(error instanceof Error) ? String((error as Error).message) : error.stack}\n`);
    process.exitCode = isKnown ? error.exitCode : 1;
  }
}
