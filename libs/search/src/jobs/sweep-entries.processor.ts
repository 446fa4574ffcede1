import { Inject, Injectable } from '@nestjs/common';
import { indexSectionJob, JOB_QUEUE, sweepEntriesJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor, JobQueue } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { SearchableSourceRepository } from '../persistence/searchable-source.repository.js';
import { SearchEntryRepository } from '../persistence/search-entry.repository.js';

const AT_ONCE = 500;

/** Makes findable what no event tells of: what existed before, organisations, definitions of indicators. */
@Injectable()
export class SweepEntriesProcessor implements JobProcessor<Record<string, never>> {
  readonly job = sweepEntriesJob;

  constructor(
    private readonly database: PrismaDatabase,
    private readonly sources: SearchableSourceRepository,
    private readonly entries: SearchEntryRepository,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  async process(): Promise<void> {
    const sectionIds = await this.database.runInTransaction(async (tx) => {
      await this.entries.save(tx, await this.sources.findUnindexedNames(tx, AT_ONCE));
      await this.sources.removeGoneNames(tx);
      return this.sources.findUnindexedSections(tx, AT_ONCE);
    });
    for (const sectionId of sectionIds) await this.jobs.enqueue(indexSectionJob, { sectionId });
  }
}
