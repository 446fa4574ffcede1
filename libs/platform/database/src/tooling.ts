/** What scripts need before the application is built: servers and migrations, without Nest and the generated client. */
export { findEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded/embedded-postgres.js';
export { migrate, type MigrationResult } from './migration/migrate.js';
export { writeBackup, type BackupSummary, type ReadContent } from './backup/write-backup.js';
export { restoreBackup, type RestoreOptions } from './backup/restore-backup.js';
export { readMigrations, type MigrationFile } from './migration/migration-files.js';
export { MigrationFailedError, MigrationHistoryError } from './migration/migration.errors.js';
export { schemaDiff } from './migration/schema-diff.js';
