import { Inject, Injectable } from '@nestjs/common';
import { applyMeasureTableJob, JOB_QUEUE, readMeasureTableJob, sweepMeasureTablesJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor, JobQueue } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { MeasureTableImportRepository } from '../persistence/measure-table-import.repository.js';

/** A step is begun, and one that is at work has said something, within this time; a false alarm repeats nothing. */
const quietMs = 15_000;
/** So many days it can be looked up what was taken over. */
const keptDays = 30;

/** Finds imports that were lost, and removes old ones. */
@Injectable()
export class SweepMeasureTablesProcessor implements JobProcessor<Record<string, never>> {
  readonly job = sweepMeasureTablesJob;

  constructor(
    private readonly database: PrismaDatabase,
    private readonly imports: MeasureTableImportRepository,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  async process(): Promise<void> {
    for (const { id, state } of await this.imports.findLost(this.database.client, quietMs)) {
      await this.jobs.enqueue(state === 'waiting' ? readMeasureTableJob : applyMeasureTableJob, { importId: id });
    }
    await this.database.runInTransaction(async (tx) => {
      for (const { municipalityId, fileId } of await this.imports.removeOld(tx, keptDays)) await this.files.remove(tx, municipalityId, [fileId]);
    });
  }
}
