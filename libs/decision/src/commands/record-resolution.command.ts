import { Inject, Injectable } from '@nestjs/common';
import { municipalClock, newId, notFound, systemClock } from '@konzeptwerkstatt/kernel';
import { ConceptReader, VisibleEditionsReader } from '@konzeptwerkstatt/concept';
import { resolutionRecorded } from '@konzeptwerkstatt/contracts';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { decisionError } from '../domain/decision.errors.js';
import type { ResolutionFacts } from '../domain/resolution.js';
import { resolutionOf } from '../domain/resolution.policy.js';
import { keepPaper } from '../files/keep-paper.js';
import { ResolutionRepository } from '../persistence/resolution.repository.js';

/** A resolution to be recorded on an edition. */
export interface RecordResolution {
  readonly editionId: string;
  readonly facts: ResolutionFacts;
  /** The signed paper, uploaded by the actor. */
  readonly fileId: string | null;
}

/** Records what a body resolved on an edition. If that adopts it, concept hears of it and freezes the text; an edition is adopted once. */
@Injectable()
export class RecordResolutionCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(VisibleEditionsReader) private readonly visible: VisibleEditionsReader,
    @Inject(ConceptReader) private readonly concept: ConceptReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(ResolutionRepository) private readonly resolutions: ResolutionRepository,
    @Inject(FileStore) private readonly files: FileStore,
  ) {}

  /**
   * @returns the resolution's id
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError ALREADY_ADOPTED, EDITION_EMPTY, FILE_GONE and what is wrong with the facts
   */
  async run(context: CommandContext, { editionId, facts: entered, fileId }: RecordResolution): Promise<string> {
    const edition = await this.visible.findEdition(context.actor, editionId);
    if (edition === null) throw notFound();
    const { municipalityId, processId } = edition;
    await this.policy.require(context.actor, 'edition.adopt', { municipalityId, processId, editionId });
    return this.unitOfWork.run(context, async (unit) => {
      const id = await this.record(unit, { municipalityId, editionId, facts: entered, fileId });
      if (fileId !== null) await keepPaper(unit.tx, this.files, context.actor, { municipalityId, fileId, resolutionId: id });
      return id;
    });
  }

  /**
   * The same in a transaction that is open already, without asking for rights or keeping the file: for loading content.
   * @throws ValidationError as `run`, but for FILE_GONE
   */
  async record({ tx, events }: Unit<Transaction>, { municipalityId, editionId, facts: entered, fileId }: RecordResolution & { readonly municipalityId: string }): Promise<string> {
    const facts = resolutionOf(entered, municipalClock(systemClock.now()).day);
    if (await this.resolutions.hasAdopting(tx, editionId)) throw decisionError('ALREADY_ADOPTED', []);
    if (facts.adopts && !(await this.concept.hasSection(tx, editionId))) throw decisionError('EDITION_EMPTY', []);
    const id = newId();
    // Of two at once the second waits for the first one's commit and then finds that there is one.
    if (!(await this.resolutions.insert(tx, { ...facts, id, municipalityId, editionId, fileId }))) throw decisionError('ALREADY_ADOPTED', []);
    const { result, adopts } = facts;
    events.record(resolutionRecorded, { municipalityId, editionId, aggregateType: 'resolution', aggregateId: id, payload: { resolutionId: id, editionId, result, adopts } });
    return id;
  }
}
