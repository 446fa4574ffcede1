import { Inject, Injectable } from '@nestjs/common';
import { isStorableText, newId, notFound, ValidationError } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_READER, outcomeLinked, reasonTextRemoved, reasonTextSaved, responseDrafted } from '@konzeptwerkstatt/contracts';
import type { DocumentReader } from '@konzeptwerkstatt/contracts';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from '../domain/contribution-text.policy.js';
import { subjectOf } from '../domain/contribution.js';
import type { Contribution } from '../domain/contribution.js';
import { participationError, participationProblem, throwProblems } from '../domain/participation.errors.js';
import { responseProblems } from '../domain/response.policy.js';
import type { ContributionResponse, ReasonText } from '../domain/response.policy.js';
import { ResponseRepository } from '../persistence/response.repository.js';
import { AnswerGate } from './answer.gate.js';

/** An answer as somebody wrote it. */
export interface WantedResponse extends Pick<ContributionResponse, 'verdict' | 'reasons' | 'contactOrganisationId'> {
  readonly contributionId: string;
  /** The revision the writer saw; 0 when she saw none. */
  readonly expectedRevision: number;
}

/** What a contribution has led to: a goal or a measure by its id, or a passage of the text it is about by its block's. */
export interface OutcomeTarget {
  readonly kind: 'passage' | 'goal' | 'measure';
  readonly id: string;
}

/** Drafts answers to contributions, and says what those have led to. */
@Injectable()
export class AnswerContributionsCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(AnswerGate) private readonly gate: AnswerGate,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
  ) {}

  /**
   * Writes an answer, for the contribution or for all of its bundle. One that is published may be corrected, with the same rules.
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError REASONS_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE, UNKNOWN_ORGANISATION, NOT_OPEN, STALE_VALUE, BUNDLED_MEANWHILE
   */
  async draft(context: CommandContext, { contributionId, expectedRevision, verdict, reasons, contactOrganisationId }: WantedResponse): Promise<string> {
    const { actor } = context;
    const { chosen: [contribution] } = await this.gate.requireAnswerToAll(actor, [contributionId]);
    if (contribution === undefined) throw notFound();
    throwProblems(responseProblems({ verdict, reasons }));
    const { municipalityId } = contribution;
    if (contactOrganisationId !== null && (await this.identity.organisationsByIds(municipalityId, [contactOrganisationId])).length === 0) throw participationError('UNKNOWN_ORGANISATION', ['contactOrganisationId']);
    if (contribution.state !== 'submitted' && contribution.state !== 'answered') throw participationError('NOT_OPEN', ['contributionId']);
    const subjectId = subjectOf(contribution);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const current = await this.responses.find(tx, subjectId, true);
      // The answer would stand where nobody looks for it, or reach others than she has seen.
      const [now] = await this.responses.lockContributions(tx, [contributionId]);
      if (now === undefined || subjectOf(now) !== subjectId) throw participationError('BUNDLED_MEANWHILE', ['verdict']);
      if ((current?.revision ?? 0) !== expectedRevision) {
        throw new ValidationError([{ ...participationProblem('STALE_VALUE', ['verdict']), params: { currentValue: current?.verdict ?? null, changedByOrganisationId: current?.changedByOrganisationId ?? null } }]);
      }
      await this.responses.save(tx, { subjectId, municipalityId, verdict, reasons: reasons.trim(), contactOrganisationId: contactOrganisationId ?? actor.organisationId, changedByOrganisationId: actor.organisationId });
      events.record(responseDrafted, { municipalityId, editionId: null, aggregateType: 'response', aggregateId: subjectId, payload: { subjectId } });
      return contributionId;
    });
  }

  /** Says which passage, goal or measure of the concept a contribution has led to. @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError UNKNOWN_OBJECT */
  async link(context: CommandContext, contributionId: string, target: OutcomeTarget): Promise<string> {
    const { chosen: [contribution] } = await this.gate.requireAnswerToAll(context.actor, [contributionId]);
    if (contribution === undefined) throw notFound();
    const object = target.kind === 'passage' ? await this.passage(contribution, target.id) : await this.concepts.objectPlace(target.kind, target.id);
    const [section] = object === null ? [] : await this.concepts.sectionsByIds([object.sectionId]);
    if (object === null || section?.editionId !== contribution.editionId) throw participationError('UNKNOWN_OBJECT', [target.kind === 'passage' ? 'blockId' : `${target.kind}Id`]);
    const { municipalityId } = contribution;
    const subjectId = subjectOf(contribution);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.responses.insertOutcome(tx, municipalityId, { subjectId, kind: target.kind, sectionId: object.sectionId, blockId: object.blockId, objectId: object.id });
      events.record(outcomeLinked, { municipalityId, editionId: null, aggregateType: 'response', aggregateId: subjectId, payload: { subjectId, kind: target.kind, objectId: object.id } });
      return contributionId;
    });
  }

  /** A block of the text that the contribution is about, as it is now; null when it is not there. */
  private async passage({ sectionId }: Contribution, blockId: string): Promise<{ readonly id: null; readonly sectionId: string; readonly blockId: string } | null> {
    const [section] = sectionId === null ? [] : await this.concepts.sectionsByIds([sectionId]);
    const blocks = section === undefined ? [] : (await this.documents.read(this.database.client, section.documentId)).blocks;
    return section !== undefined && blocks.some(({ id }) => id === blockId) ? { id: null, sectionId: section.sectionId, blockId } : null;
  }
}

/** Keeps the text blocks that a municipality gives as reasons. */
@Injectable()
export class ReasonTextsCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(AnswerGate) private readonly gate: AnswerGate,
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
  ) {}

  /** @param id of one that is changed; null: a new one @returns its id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE */
  async save(context: CommandContext, { id, title, text }: Omit<ReasonText, 'id'> & { readonly id: string | null }): Promise<string> {
    const municipalityId = await this.gate.requireAnywhere(context.actor);
    const name = title.trim();
    throwProblems([
      ...(name === '' ? [participationProblem('TITLE_REQUIRED', ['title'])] : name.length > MAX_TITLE_LENGTH ? [participationProblem('TITLE_TOO_LONG', ['title'])] : []),
      ...(text.trim() === '' ? [participationProblem('TEXT_REQUIRED', ['text'])] : text.length > MAX_TEXT_LENGTH ? [participationProblem('TEXT_TOO_LONG', ['text'])] : []),
      ...(isStorableText(name) && isStorableText(text) ? [] : [participationProblem('TEXT_NOT_STORABLE', ['text'])]),
    ]);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      if (id !== null && !(await this.responses.reasonTexts(tx, municipalityId)).some((known) => known.id === id)) throw notFound();
      const reasonTextId = id ?? newId();
      await this.responses.saveReasonText(tx, municipalityId, { id: reasonTextId, title: name, text: text.trim() });
      events.record(reasonTextSaved, { municipalityId, editionId: null, aggregateType: 'reason-text', aggregateId: reasonTextId, payload: { reasonTextId } });
      return reasonTextId;
    });
  }

  /** @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async remove(context: CommandContext, id: string): Promise<string> {
    const municipalityId = await this.gate.requireAnywhere(context.actor);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      if (!(await this.responses.removeReasonText(tx, municipalityId, id))) throw notFound();
      events.record(reasonTextRemoved, { municipalityId, editionId: null, aggregateType: 'reason-text', aggregateId: id, payload: { reasonTextId: id } });
      return id;
    });
  }
}
