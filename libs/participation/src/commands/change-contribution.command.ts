import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, newId, notFound } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { contributionRefused, contributionReplied, contributionSubmitted, contributionWithdrawn, releaseRequired } from '@konzeptwerkstatt/contracts';
import { AccessPolicy, IdentityReader } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { MentionKeeper } from './mention.keeper.js';
import { replyProblems } from '../domain/contribution-text.policy.js';
import { isOpenToReplies, isWithdrawable } from '../domain/contribution.js';
import type { Contribution } from '../domain/contribution.js';
import { objectionProblems } from '../domain/response-proposal.policy.js';
import { participationError, throwProblems } from '../domain/participation.errors.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ReleaseRepository } from '../persistence/release.repository.js';
import { ContributionAccess } from '../queries/contribution.access.js';

const forbidden = (): ApplicationError => new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
const factsOf = ({ id, municipalityId }: Contribution) => ({ municipalityId, editionId: null, aggregateType: 'contribution', aggregateId: id });

/** What contributors and their organisations do with a contribution until it is answered. */
@Injectable()
export class ChangeContributionCommand {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(MentionKeeper) private readonly mentions: MentionKeeper,
  ) {}

  /** Takes one's own contribution back, with the parts of it that are not answered. @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError NOT_WITHDRAWABLE */
  async withdraw(context: CommandContext, id: string): Promise<string> {
    const seen = await this.read(context.actor, id);
    const isOwn = seen.contributorId !== null && seen.contributorId === context.actor.personId;
    if (!isOwn && !(await this.access.speaksFor(context.actor, seen))) throw forbidden();
    return this.change(context, id, async ({ tx, events }, contribution) => {
      if (!isWithdrawable(contribution)) throw participationError('NOT_WITHDRAWABLE', []);
      await this.contributions.setState(tx, contribution, 'withdrawn');
      const partIds = await this.contributions.withdrawParts(tx, contribution);
      for (const contributionId of [id, ...partIds]) events.record(contributionWithdrawn, { ...factsOf({ ...contribution, id: contributionId }), payload: { contributionId } });
    });
  }

  /** Lets others see a contribution of one's organisation, or one that came by a link to the office. @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError NOT_HELD */
  async release(context: CommandContext, id: string): Promise<string> {
    if (!(await this.access.mayRelease(context.actor, await this.read(context.actor, id)))) throw forbidden();
    return this.change(context, id, async ({ tx, events }, contribution) => {
      if (contribution.state !== 'held') throw participationError('NOT_HELD', []);
      await this.contributions.setState(tx, contribution, 'submitted');
      events.record(contributionSubmitted, { ...factsOf(contribution), payload: { contributionId: id, editionId: contribution.editionId } });
    });
  }

  /** Does not let others see what waits for its release. Its author reads why. @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError NOT_HELD, REASON_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE */
  async refuse(context: CommandContext, id: string, reason: string): Promise<string> {
    if (!(await this.access.mayRelease(context.actor, await this.read(context.actor, id)))) throw forbidden();
    throwProblems(objectionProblems(reason));
    return this.change(context, id, async ({ tx, events }, contribution) => {
      if (contribution.state !== 'held') throw participationError('NOT_HELD', []);
      await this.contributions.refuse(tx, contribution, reason.trim());
      events.record(contributionRefused, { ...factsOf(contribution), payload: { contributionId: id } });
    });
  }

  /** Writes a reply below a contribution. @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError of the words, NOT_OPEN below one that was not released or was taken back */
  async reply(context: CommandContext, id: string, words: { readonly text: string; readonly language: string }): Promise<string> {
    const { actor } = context;
    const contribution = await this.read(actor, id);
    if (!(await this.access.can(actor, 'contribution.submit', contribution))) throw forbidden();
    throwProblems(replyProblems(words));
    const mentioning = await this.mentions.read(contribution.municipalityId, words.text.trim());
    return this.change(context, id, async ({ tx, events }, { municipalityId, state }) => {
      if (!isOpenToReplies({ state })) throw participationError('NOT_OPEN', ['contributionId']);
      const replyId = newId();
      await this.contributions.insertReply(tx, { id: replyId, municipalityId, contributionId: id, personId: actor.personId, organisationId: actor.organisationId, text: mentioning.text, language: words.language });
      await this.mentions.keep(tx, contribution, replyId, mentioning);
      events.record(contributionReplied, { ...factsOf(contribution), payload: { contributionId: id, replyId } });
    });
  }

  private async read(actor: Actor, id: string): Promise<Contribution> {
    return this.access.requireRead(actor, await this.contributions.find(this.database.client, id));
  }

  private change(context: CommandContext, id: string, work: (unit: Unit<Transaction>, contribution: Contribution) => Promise<void>): Promise<string> {
    return this.unitOfWork.run(context, async (unit) => {
      // Rights were asked before: whoever holds a connection must not wait for a second one.
      const contribution = await this.contributions.find(unit.tx, id, true);
      if (contribution === null) throw notFound();
      await work(unit, contribution);
      return id;
    });
  }
}

/** Says whether an organisation releases its contributions before others see them. */
@Injectable()
export class RequireReleaseCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ReleaseRepository) private readonly releases: ReleaseRepository,
  ) {}

  /** @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async run(context: CommandContext, organisationId: string, isRequired: boolean): Promise<string> {
    const municipalityId = context.actor.municipalityId ?? '';
    const [organisation] = municipalityId === '' ? [] : await this.identity.organisationsByIds(municipalityId, [organisationId]);
    await this.policy.require(context.actor, 'organisation.administer', organisation === undefined ? null : { municipalityId, organisationId });
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.releases.set(tx, municipalityId, organisationId, isRequired);
      events.record(releaseRequired, { municipalityId, editionId: null, aggregateType: 'organisation', aggregateId: organisationId, payload: { organisationId, isRequired } });
      return organisationId;
    });
  }
}
