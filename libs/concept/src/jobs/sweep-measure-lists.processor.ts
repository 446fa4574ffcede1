import { Inject, Injectable } from '@nestjs/common';
import { applyMeasureListJob, JOB_QUEUE, readMeasureListJob, sweepMeasureListsJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor, JobQueue } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { MeasureListImportRepository } from '../persistence/measure-list-import.repository.js';

/** A step is begun within this time, and writing the longest list takes less; a false alarm repeats nothing. */
const quietMs = 30_000;
/** So many days a list can be looked up and taken back. */
const keptDays = 30;

/** Finds lists that were lost, and removes old ones. */
@Injectable()
export class SweepMeasureListsProcessor implements JobProcessor<Record<string, never>> {
  readonly job = sweepMeasureListsJob;

  constructor(
    private readonly database: PrismaDatabase,
    private readonly imports: MeasureListImportRepository,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  async process(): Promise<void> {
    for (const { id, state } of await this.imports.findLost(this.database.client, quietMs)) {
      await this.jobs.enqueue(state === 'waiting' ? readMeasureListJob : applyMeasureListJob, { importId: id });
    }
    await this.database.runInTransaction(async (tx) => {
      for (const { municipalityId, fileId } of await this.imports.removeOld(tx, keptDays)) await this.files.remove(tx, municipalityId, [fileId]);
    });
  }
}
