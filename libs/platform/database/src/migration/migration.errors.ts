import { ExitCode, StartupError } from '@konzeptwerkstatt/platform-config';

/** A migration's script failed; nothing of it was kept. The database's own message is in `cause`. */
export class MigrationFailedError extends StartupError {
  constructor(readonly migration: string, cause: Error) {
    super(`Die Datenbank konnte nicht auf den neuen Stand gebracht werden, ${migration} ist gescheitert: ${cause.message}`, ExitCode.unavailable, { cause });
    this.name = 'MigrationFailedError';
  }
}

/** A migration that was already applied reads differently now, or is gone: database and program do not belong together. */
export class MigrationHistoryError extends StartupError {
  constructor(readonly migration: string, what: string) {
    super(`Datenbank und Programm passen nicht zusammen: Die Migration ${migration} ${what}.`, ExitCode.unavailable);
    this.name = 'MigrationHistoryError';
  }
}
