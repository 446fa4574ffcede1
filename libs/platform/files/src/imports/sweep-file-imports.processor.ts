import { Inject, Injectable } from '@nestjs/common';
import { applyFileImportJob, JOB_QUEUE, readFileImportJob, sweepFileImportsJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor, JobQueue } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '../file-store.js';
import { IMPORT_KEPT_DAYS } from './file-import.js';
import { FileImportRegistry } from './file-import.registry.js';

/** Finds imports of every kind that were lost, and removes old ones with their files. */
@Injectable()
export class SweepFileImportsProcessor implements JobProcessor<Record<string, never>> {
  readonly job = sweepFileImportsJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(FileImportRegistry) private readonly kinds: FileImportRegistry,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  async process(): Promise<void> {
    for (const { name, imports, quietMs } of this.kinds.all()) {
      for (const { id, state } of await imports.findLost(this.database.client, quietMs)) {
        await this.jobs.enqueue(state === 'waiting' ? readFileImportJob : applyFileImportJob, { kind: name, importId: id });
      }
      await this.database.runInTransaction(async (tx) => {
        for (const { municipalityId, fileId } of await imports.removeOld(tx, IMPORT_KEPT_DAYS)) await this.files.remove(tx, municipalityId, [fileId]);
      });
    }
  }
}
