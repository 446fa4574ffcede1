import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import { VisibleEditionsReader } from '@konzeptwerkstatt/concept';
import { resolutionPaperAttached } from '@konzeptwerkstatt/contracts';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { decisionError } from '../domain/decision.errors.js';
import { keepPaper } from '../files/keep-paper.js';
import { ResolutionRepository } from '../persistence/resolution.repository.js';
import { ResolutionReader } from '../queries/resolution.reader.js';

/** A signed paper for a resolution that has none yet. */
export interface AttachResolutionPaper {
  readonly resolutionId: string;
  /** Uploaded by the actor. */
  readonly fileId: string;
}

/** Adds the signed paper to a resolution: it often is signed weeks after the resolution. One that is there stays. */
@Injectable()
export class AttachResolutionPaperCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(VisibleEditionsReader) private readonly visible: VisibleEditionsReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(ResolutionReader) private readonly reader: ResolutionReader,
    @Inject(ResolutionRepository) private readonly resolutions: ResolutionRepository,
    @Inject(FileStore) private readonly files: FileStore,
  ) {}

  /** @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError PAPER_KEPT, FILE_GONE */
  async run(context: CommandContext, { resolutionId, fileId }: AttachResolutionPaper): Promise<void> {
    const { actor } = context;
    const resolution = await this.reader.find(resolutionId);
    const edition = resolution === null ? null : await this.visible.findEdition(actor, resolution.editionId);
    if (edition === null) throw notFound();
    const { municipalityId, processId, editionId } = edition;
    await this.policy.require(actor, 'edition.adopt', { municipalityId, processId, editionId });
    await this.unitOfWork.run(context, async ({ tx, events }) => {
      if (!(await this.resolutions.attachPaper(tx, { resolutionId, fileId }))) throw decisionError('PAPER_KEPT', ['fileId']);
      await keepPaper(tx, this.files, actor, { municipalityId, fileId, resolutionId });
      events.record(resolutionPaperAttached, { municipalityId, editionId, aggregateType: 'resolution', aggregateId: resolutionId, payload: { resolutionId, editionId } });
    });
  }
}
