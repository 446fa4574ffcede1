import { Module, type DynamicModule } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';
import { FileContents } from './file-contents.js';
import { FilePurposeRegistry } from './file-purpose.registry.js';
import { FileStore } from './file-store.js';
import { fileImportProcessors } from './imports/file-imports.module.js';
import { ObjectFileContents } from './object-file-contents.js';
import { openObjectBucket } from './open-object-bucket.js';
import { PostgresFileContents } from './postgres-file-contents.js';
import { RemoveLooseFilesProcessor } from './remove-loose-files.processor.js';
import { StoredFileProvider } from './stored-file.provider.js';
import { UploadFileCommand } from './upload-file.command.js';

/** @throws StartupError when there is an object store and it refuses the bucket or the key */
async function openFileContents(database: PrismaDatabase, { objectStoreUrl }: Pick<AppConfig, 'objectStoreUrl'>): Promise<FileContents> {
  return objectStoreUrl === undefined ? new PostgresFileContents(database) : new ObjectFileContents(database, await openObjectBucket(objectStoreUrl));
}

/** Stored files for every context: FileStore and FilePurposeRegistry. Needs the global Config- and DatabaseModule. */
@Module({})
export class FilesModule {
  static forRoot(): DynamicModule {
    return {
      module: FilesModule,
      global: true,
      providers: [FilePurposeRegistry, FileStore, RemoveLooseFilesProcessor, { provide: FileContents, useFactory: openFileContents, inject: [PrismaDatabase, APP_CONFIG] }],
      exports: [FilePurposeRegistry, FileStore, FileContents, RemoveLooseFilesProcessor],
    };
  }
}

/** Serving and taking in over HTTP; for the API. */
@Module({ providers: [StoredFileProvider, UploadFileCommand], exports: [UploadFileCommand] })
export class FilesHttpModule {}

/** What stored files give to the worker. */
export const filesWorkerParts: WorkerParts = { context: 'platform/files', processors: [RemoveLooseFilesProcessor, ...fileImportProcessors], subscribers: [], publishes: [] };
