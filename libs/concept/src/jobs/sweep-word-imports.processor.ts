import { Inject, Injectable } from '@nestjs/common';
import { applyWordImportJob, JOB_QUEUE, readWordDocumentJob, sweepWordImportsJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor, JobQueue } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { WordImportRepository } from '../persistence/word-import.repository.js';

/** A step takes no longer than this; a false alarm repeats nothing. */
const quietMs = 40_000;
/** So many days it can be looked up what was taken over, and undone. */
const keptDays = 30;

/** Finds imports of Word documents that were lost, and removes old ones. */
@Injectable()
export class SweepWordImportsProcessor implements JobProcessor<Record<string, never>> {
  readonly job = sweepWordImportsJob;

  constructor(
    private readonly database: PrismaDatabase,
    private readonly imports: WordImportRepository,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  async process(): Promise<void> {
    for (const { id, state } of await this.imports.findLost(this.database.client, quietMs)) {
      await this.jobs.enqueue(state === 'waiting' ? readWordDocumentJob : applyWordImportJob, { importId: id });
    }
    await this.database.runInTransaction(async (tx) => {
      for (const { municipalityId, fileId } of await this.imports.removeOld(tx, keptDays)) await this.files.remove(tx, municipalityId, [fileId]);
    });
  }
}
