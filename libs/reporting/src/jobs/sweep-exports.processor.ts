import { Inject, Injectable } from '@nestjs/common';
import { assembleReportJob, JOB_QUEUE, renderAdoptedEditionJob, renderExportJob, sweepExportsJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor, JobQueue } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { AdoptedFileRepository } from '../persistence/adopted-file.repository.js';
import { DocumentExportRepository } from '../persistence/document-export.repository.js';
import { ReportAssemblyRepository } from '../persistence/report-assembly.repository.js';

/** An export that was enqueued is begun, and one that is being made says so again, within this time; a false alarm only makes it twice. */
const [waitingMs, renderingMs] = [10_000, 10_000];
/** After so long it is tried again to make the PDF of an adopted edition that could not be made. */
const failedMs = 3_600_000;
/** So many days a file can be fetched again. */
const keptDays = 7;

/** Finds what was lost, and removes what is old. */
@Injectable()
export class SweepExportsProcessor implements JobProcessor<Record<string, never>> {
  readonly job = sweepExportsJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(DocumentExportRepository) private readonly exports: DocumentExportRepository,
    @Inject(AdoptedFileRepository) private readonly adoptedFiles: AdoptedFileRepository,
    @Inject(ReportAssemblyRepository) private readonly assemblies: ReportAssemblyRepository,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  async process(): Promise<void> {
    for (const exportId of await this.exports.findLost(this.database.client, waitingMs, renderingMs)) await this.jobs.enqueue(renderExportJob, { exportId });
    for (const editionId of await this.adoptedFiles.findDue(this.database.client, renderingMs, failedMs)) await this.jobs.enqueue(renderAdoptedEditionJob, { editionId });
    for (const assemblyId of await this.assemblies.findLost(this.database.client, waitingMs)) await this.jobs.enqueue(assembleReportJob, { assemblyId });
    await this.assemblies.removeOld(this.database.client, keptDays);
    await this.database.runInTransaction(async (tx) => {
      for (const { municipalityId, fileId } of await this.exports.removeOld(tx, keptDays)) if (fileId !== null) await this.files.remove(tx, municipalityId, [fileId]);
    });
  }
}
