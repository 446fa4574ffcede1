import { migrate, startEmbeddedPostgres } from '@konzeptwerkstatt/platform-database';
import type { AppConfig } from '@konzeptwerkstatt/platform-config';
import { MIGRATIONS } from './maintenance.js';

/** The database of the installation, migrated. */
export interface OpenedDatabase {
  readonly url: string;
  /** Ends the embedded server; an external one goes on. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded server unless DATABASE_URL names another, and brings its tables up to date.
 * @param onLost called when the embedded server ends by itself
 * @throws StartupError with one sentence for the person who started it
 */
export async function openDatabase({ databaseUrl, dataDir }: AppConfig, onLost: (reason: string) => void): Promise<OpenedDatabase> {
  const embedded = databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir, onUnexpectedExit: onLost }) : undefined;
  const url = databaseUrl ?? embedded?.url ?? '';
  const stop = async (): Promise<void> => embedded?.stop();
  try {
    await migrate(url, MIGRATIONS);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}
