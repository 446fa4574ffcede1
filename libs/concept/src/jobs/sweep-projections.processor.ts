import { Inject, Injectable } from '@nestjs/common';
import { DOCUMENT_READER, JOB_QUEUE, projectDocumentJob, sweepProjectionsJob } from '@konzeptwerkstatt/contracts';
import type { DocumentReader, JobProcessor, JobQueue } from '@konzeptwerkstatt/contracts';

/** A projection that was enqueued is done within this time; what waits longer was lost. */
const lostAfterMs = 5_000;
const atOnce = 200;

/** Enqueues the projections that were lost between commit and enqueue. */
@Injectable()
export class SweepProjectionsProcessor implements JobProcessor<Record<string, never>> {
  readonly job = sweepProjectionsJob;

  constructor(
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  async process(): Promise<void> {
    for (const documentId of await this.documents.findUnprojected(lostAfterMs, atOnce)) {
      await this.jobs.enqueue(projectDocumentJob, { documentId });
    }
  }
}
