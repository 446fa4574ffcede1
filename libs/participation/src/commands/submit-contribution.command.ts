import { Inject, Injectable } from '@nestjs/common';
import { newId, notFound, systemClock } from '@konzeptwerkstatt/kernel';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { contributionHeld, contributionSubmitted, DOCUMENT_READER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader } from '@konzeptwerkstatt/contracts';
import { findAnchor } from '@konzeptwerkstatt/document-model';
import { AttemptLimiter } from '@konzeptwerkstatt/platform-auth';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { attachmentProblems } from '../domain/attachment.policy.js';
import { CONTEXT_LENGTH, wordProblems } from '../domain/contribution-text.policy.js';
import type { Contribution, ContributionKind } from '../domain/contribution.js';
import { participationError, throwProblems } from '../domain/participation.errors.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import type { NewContribution } from '../persistence/contribution.repository.js';
import { ReleaseRepository } from '../persistence/release.repository.js';
import { ContributionAccess } from '../queries/contribution.access.js';
import type { ContributionPlace } from '../queries/contribution.access.js';
import { AttachmentKeeper } from './attachment.keeper.js';
import { MentionKeeper } from './mention.keeper.js';

/** What a contribution is about: the whole edition, a section, or in it a goal, a measure or quoted words. */
export interface WantedTarget {
  readonly editionId: string;
  readonly sectionId: string | null;
  readonly goalId: string | null;
  readonly measureId: string | null;
  readonly passage: { readonly blockId: string | null; readonly quote: string; readonly before: string } | null;
}

/** A contribution as somebody wrote it. */
export interface WantedContribution extends WantedTarget {
  readonly kind: ContributionKind;
  readonly title: string | null;
  readonly text: string;
  readonly replacement: string | null;
  readonly language: string;
  /** Files she has uploaded for it. */
  readonly attachmentIds: readonly string[];
}

export type Target = Pick<Contribution, 'target' | 'objectId' | 'blockId' | 'quote' | 'quoteBefore'>;
type Origin = Pick<Contribution, 'way' | 'sender' | 'receivedOn' | 'contributorId' | 'organisationId' | 'enteredById' | 'state'>;

/** Finds what a contribution is about, as it stands in the concept now. */
@Injectable()
export class TargetFinder {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
  ) {}

  /** @throws ValidationError ONE_PLACE_ONLY, UNKNOWN_OBJECT, WORDS_GONE */
  async find({ sectionId, documentId }: ContributionPlace, { goalId, measureId, passage }: WantedTarget): Promise<Target> {
    const nothing = { objectId: null, blockId: null, quote: null, quoteBefore: null };
    if ([goalId, measureId, passage].filter((part) => part !== null).length > 1) throw participationError('ONE_PLACE_ONLY', ['passage']);
    const objectId = goalId ?? measureId;
    if (objectId !== null) {
      const target = goalId === null ? 'measure' : 'goal';
      const object = await this.concepts.objectPlace(target, objectId);
      if (object === null || object.sectionId !== sectionId) throw participationError('UNKNOWN_OBJECT', [`${target}Id`]);
      return { ...nothing, target, objectId, blockId: object.blockId };
    }
    if (passage === null) return { ...nothing, target: sectionId === null ? 'edition' : 'section' };
    const blocks = documentId === null ? [] : (await this.documents.read(this.database.client, documentId)).blocks;
    const before = passage.before.slice(-CONTEXT_LENGTH);
    const quote = passage.quote.trim();
    const place = findAnchor(blocks, { blockId: passage.blockId, quote, before });
    if (place === null) throw participationError('WORDS_GONE', ['passage']);
    return { target: 'passage', objectId: null, blockId: place.blockId, quote, quoteBefore: before };
  }
}

/** Takes contributions in: from those who take part, and what reaches the office by other ways. */
@Injectable()
export class SubmitContributionCommand {
  private readonly perPerson = new AttemptLimiter({ attempts: 200, windowMs: 3_600_000 }, systemClock);

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(TargetFinder) private readonly targets: TargetFinder,
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ReleaseRepository) private readonly releases: ReleaseRepository,
    @Inject(AttachmentKeeper) private readonly attachments: AttachmentKeeper,
    @Inject(MentionKeeper) private readonly mentions: MentionKeeper,
  ) {}

  /**
   * @param isForOrganisation for the acting organisation, or as oneself; held when the organisation releases its contributions and the actor does not administer it
   * @returns the contribution's id
   * @throws ApplicationError NOT_FOUND, FORBIDDEN, RATE_LIMITED; ValidationError of words and place
   */
  async submit(context: CommandContext, wanted: WantedContribution, isForOrganisation: boolean): Promise<string> {
    const { actor } = context;
    const place = await this.getPlace(wanted);
    await this.access.requireSubmit(actor, place);
    const organisationId = isForOrganisation ? actor.organisationId : null;
    const speaksForIt = await this.access.speaksFor(actor, { municipalityId: place.municipalityId, organisationId });
    return this.store(context, place, wanted, async (tx) => ({
      way: 'online', sender: null, receivedOn: null, contributorId: actor.personId, organisationId, enteredById: null,
      state: organisationId !== null && !speaksForIt && (await this.releases.isRequired(tx, organisationId)) ? 'held' : 'submitted',
    }));
  }

  /** What came by letter, mail, phone or from a committee. @returns as `submit` @throws as `submit` */
  async enter(context: CommandContext, wanted: WantedContribution, origin: Pick<Contribution, 'way' | 'sender' | 'receivedOn' | 'organisationId'>): Promise<string> {
    const place = await this.getPlace(wanted);
    await this.access.requireAnswer(context.actor, place);
    if ((origin.sender ?? '').trim() === '' && origin.organisationId === null) throw participationError('SENDER_REQUIRED', ['sender']);
    return this.store(context, place, wanted, () => Promise.resolve({ ...origin, contributorId: null, enteredById: context.actor.personId, state: 'submitted' }));
  }

  private async getPlace({ editionId, sectionId }: WantedTarget): Promise<ContributionPlace> {
    const place = await this.access.findPlace(editionId, sectionId);
    if (place === null) throw notFound();
    if (sectionId !== null && place.sectionId === null) throw participationError('UNKNOWN_SECTION', ['sectionId']);
    return place;
  }

  private async store(context: CommandContext, place: ContributionPlace, wanted: WantedContribution, origin: (tx: Transaction) => Promise<Origin>): Promise<string> {
    throwProblems([...wordProblems({ ...wanted, quote: wanted.passage?.quote ?? null }), ...attachmentProblems(wanted.attachmentIds)]);
    const target = await this.targets.find(place, wanted);
    this.perPerson.take(context.actor.personId ?? '');
    const { municipalityId, editionId, sectionId } = place;
    const { kind, language } = wanted;
    const mentioning = await this.mentions.read(municipalityId, wanted.text.trim());
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const from = await origin(tx);
      const id = newId();
      const contribution: NewContribution = {
        id, municipalityId, editionId, sectionId, ...target, ...from, kind, language, text: mentioning.text, title: kind === 'new_measure' ? (wanted.title ?? '').trim() : null,
        partOfId: null, replacement: target.target === 'passage' && kind === 'proposal' ? wanted.replacement : null,
      };
      await this.contributions.insert(tx, contribution);
      await this.mentions.keep(tx, contribution, null, mentioning);
      await this.attachments.keep(tx, context.actor, contribution, wanted.attachmentIds);
      const facts = { municipalityId, editionId: null, aggregateType: 'contribution', aggregateId: id };
      if (from.state === 'held') events.record(contributionHeld, { ...facts, payload: { contributionId: id, organisationId: from.organisationId ?? '' } });
      else events.record(contributionSubmitted, { ...facts, payload: { contributionId: id, editionId } });
      return id;
    });
  }
}
