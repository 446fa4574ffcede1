import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { editionFrozen, JOB_QUEUE, renderAdoptedEditionJob, type EventEnvelope, type JobQueue, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { AdoptedFileRepository } from '../persistence/adopted-file.repository.js';

type EditionFrozen = z.infer<typeof editionFrozen.schema>;

/** Has the PDF of an adopted edition made. */
@Injectable()
export class MakePdfWhenEditionFrozen implements Subscriber<EditionFrozen> {
  readonly name = 'make-pdf-when-edition-frozen';
  readonly event = editionFrozen;

  constructor(
    @Inject(AdoptedFileRepository) private readonly adoptedFiles: AdoptedFileRepository,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
  ) {}

  /** A job that begins before the commit finds nothing to do; the sweep then brings it again. */
  async handle(tx: Transaction, { municipalityId, payload: { editionId } }: EventEnvelope<EditionFrozen>): Promise<void> {
    await this.adoptedFiles.insert(tx, { municipalityId, editionId });
    await this.jobs.enqueue(renderAdoptedEditionJob, { editionId });
  }
}
