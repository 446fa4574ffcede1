import { Inject, Injectable } from '@nestjs/common';
import { derivedId, notFound, systemClock } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { contributionReceived, contributionSubmitted, contributionWithdrawn, senderForgotten } from '@konzeptwerkstatt/contracts';
import { AttemptLimiter, hashToken } from '@konzeptwerkstatt/platform-auth';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { wordProblems } from '../../domain/contribution-text.policy.js';
import { isWithdrawable } from '../../domain/contribution.js';
import type { Contribution } from '../../domain/contribution.js';
import { isSenderKey, senderProblems } from '../../domain/link/contribution-link.js';
import type { ContributionLink, WantedAnswer } from '../../domain/link/contribution-link.js';
import { participationError, throwProblems } from '../../domain/participation.errors.js';
import { ContributionRepository } from '../../persistence/contribution.repository.js';
import { ContributionLinkRepository } from '../../persistence/link/contribution-link.repository.js';
import { ContributionAccess } from '../../queries/contribution.access.js';
import { TargetFinder } from '../submit-contribution.command.js';

/** A mutation of somebody without an account; who acts follows from what she holds. */
export type VisitorContext = Omit<CommandContext, 'actor'>;

/** With what somebody without an account comes. */
export interface LinkVisit {
  /** Of the link. */
  readonly token: string;
  /** Drawn by her own browser; with it she comes back. */
  readonly senderKey: string;
  readonly clientAddress: string;
}

/** The actor of whoever holds a link: nobody in particular. */
const guestOf = ({ id, municipalityId }: Pick<ContributionLink, 'id' | 'municipalityId'>): Actor => ({ kind: 'guest', personId: null, guestId: id, organisationId: null, gatheringId: null, municipalityId });
const factsOf = ({ id, municipalityId }: Pick<Contribution, 'id' | 'municipalityId'>) => ({ municipalityId, editionId: null, aggregateType: 'contribution', aggregateId: id });

/** Takes in what people without an account send by a link, and lets them take it back until it is answered. */
@Injectable()
export class AnswerByLinkCommand {
  /** A school or a town hall shares one address. */
  private readonly perAddress = new AttemptLimiter({ attempts: 60, windowMs: 600_000 }, systemClock);
  private readonly perLink = new AttemptLimiter({ attempts: 600, windowMs: 3_600_000 }, systemClock);

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(ContributionLinkRepository) private readonly links: ContributionLinkRepository,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(TargetFinder) private readonly targets: TargetFinder,
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
  ) {}

  /**
   * @returns the contribution's id, the same for the same key however often it is sent
   * @throws ValidationError LINK_UNKNOWN, SENDER_KEY_INVALID, UNKNOWN_SECTION, UNKNOWN_OBJECT, WORDS_GONE, ONE_PLACE_ONLY, LINK_KIND_INVALID and those of the words; ApplicationError RATE_LIMITED
   */
  async submit(context: VisitorContext, { token, senderKey, clientAddress }: LinkVisit, wanted: WantedAnswer): Promise<string> {
    const link = await this.links.findByToken(this.database.client, token);
    if (link === null) throw participationError('LINK_UNKNOWN', ['token']);
    if (!isSenderKey(senderKey)) throw participationError('SENDER_KEY_INVALID', ['senderKey']);
    const { editionId, municipalityId, needsRelease } = link;
    const place = link.sectionIds.includes(wanted.sectionId) ? await this.access.findPlace(editionId, wanted.sectionId) : null;
    if (place === null || place.sectionId === null) throw participationError('UNKNOWN_SECTION', ['sectionId']);
    const { kind, text, language } = wanted;
    if (kind === 'new_measure') throw participationError('LINK_KIND_INVALID', ['kind']);
    throwProblems([...wordProblems({ kind, title: null, text, language, quote: wanted.passage?.quote ?? null, replacement: null }), ...senderProblems(wanted.sender)]);
    const target = await this.targets.find(place, { ...wanted, editionId });
    this.perAddress.take(clientAddress);
    this.perLink.take(link.id);
    const id = derivedId(link.id, `${hashToken(senderKey)}/${context.idempotencyKey}`);
    const sender = (wanted.sender ?? '').trim();
    return this.unitOfWork.run({ ...context, actor: guestOf(link) }, async ({ tx, events }) => {
      // A device that was long without a network sends again what arrived long ago.
      if ((await this.contributions.find(tx, id)) !== null) return id;
      await this.contributions.insert(tx, {
        id, municipalityId, editionId, sectionId: place.sectionId, ...target, kind, title: null, text: text.trim(), replacement: null, language, way: 'link', sender: sender === '' ? null : sender,
        receivedOn: null, contributorId: null, organisationId: null, enteredById: null, partOfId: null, state: needsRelease ? 'held' : 'submitted',
      });
      await this.links.insertSender(tx, { municipalityId, contributionId: id, linkId: link.id, key: senderKey });
      events.record(contributionReceived, { ...factsOf({ id, municipalityId }), payload: { contributionId: id, editionId, linkId: link.id } });
      if (!needsRelease) events.record(contributionSubmitted, { ...factsOf({ id, municipalityId }), payload: { contributionId: id, editionId } });
      return id;
    });
  }

  /** Takes one's own contribution back, with one's name and the parts of it that are not answered. @throws ApplicationError NOT_FOUND; ValidationError NOT_WITHDRAWABLE */
  withdraw(context: VisitorContext, senderKey: string, contributionId: string): Promise<string> {
    return this.change(context, senderKey, contributionId, async (tx, contribution) => {
      if (!isWithdrawable(contribution)) throw participationError('NOT_WITHDRAWABLE', []);
      await this.contributions.setState(tx, contribution, 'withdrawn');
      await this.links.forgetSender(tx, contribution.municipalityId, [contribution.id]);
      return [contribution.id, ...(await this.contributions.withdrawParts(tx, contribution))];
    });
  }

  /** Takes one's name off a contribution, also of one that is answered. @throws ApplicationError NOT_FOUND */
  async forgetName(context: VisitorContext, senderKey: string, contributionId: string): Promise<string> {
    const { municipalityId } = await this.getSent(this.database.client, senderKey, contributionId);
    return this.unitOfWork.run({ ...context, actor: guestOf({ id: contributionId, municipalityId }) }, async ({ tx, events }) => {
      const own = await this.getSent(tx, senderKey, contributionId, true);
      await this.links.forgetSender(tx, municipalityId, [own.id]);
      events.record(senderForgotten, { ...factsOf(own), payload: { contributionId } });
      return contributionId;
    });
  }

  private async change(context: VisitorContext, senderKey: string, contributionId: string, work: (tx: Transaction, contribution: Contribution) => Promise<string[]>): Promise<string> {
    const { municipalityId } = await this.getSent(this.database.client, senderKey, contributionId);
    return this.unitOfWork.run({ ...context, actor: guestOf({ id: contributionId, municipalityId }) }, async ({ tx, events }) => {
      const own = await this.getSent(tx, senderKey, contributionId, true);
      for (const id of await work(tx, own)) events.record(contributionWithdrawn, { ...factsOf({ ...own, id }), payload: { contributionId: id } });
      return contributionId;
    });
  }

  private async getSent(tx: Transaction, senderKey: string, contributionId: string, isLocked = false): Promise<Contribution> {
    const sent = isSenderKey(senderKey) ? await this.links.findSent(tx, senderKey, isLocked) : [];
    const own = sent.find(({ id }) => id === contributionId);
    if (own === undefined) throw notFound();
    return own;
  }
}
