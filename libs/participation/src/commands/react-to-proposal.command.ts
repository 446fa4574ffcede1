import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { proposalAnswered } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { subjectOf } from '../domain/contribution.js';
import type { Contribution } from '../domain/contribution.js';
import { participationError, throwProblems } from '../domain/participation.errors.js';
import { currentReactions, isProposed, objectionProblems } from '../domain/response-proposal.policy.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ProposalRepository } from '../persistence/proposal.repository.js';
import { ResponseRepository } from '../persistence/response.repository.js';
import { ContributionAccess } from '../queries/contribution.access.js';

/** What somebody says to a proposed answer. */
export interface WantedReaction {
  readonly contributionId: string;
  readonly isAccepted: boolean;
  /** Needed for an objection. */
  readonly reason: string;
  /** The revision of the proposed answer that was seen. */
  readonly expectedRevision: number;
  /** The revision of what was said so far, by her or a colleague; 0: nothing. */
  readonly expectedReaction: number;
}

/** Accepts the answer that is proposed to whoever made a contribution, or objects to it; until the deadline either can be changed. */
@Injectable()
export class ReactToProposalCommand {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
    @Inject(ProposalRepository) private readonly proposals: ProposalRepository,
  ) {}

  /** @throws ApplicationError NOT_FOUND, FORBIDDEN for everybody but the contributor and her organisation; ValidationError REASON_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE, NOT_PROPOSED, STALE_VALUE, PROPOSAL_OVER, ALREADY_REACTED */
  async run(context: CommandContext, wanted: WantedReaction): Promise<string> {
    const { actor } = context;
    const { contributionId, isAccepted, reason } = wanted;
    const seen = await this.access.requireRead(actor, await this.contributions.find(this.database.client, contributionId));
    if (!(await this.access.mayReact(actor, seen))) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    if (!isAccepted) throwProblems(objectionProblems(reason));
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const { responseRevision, subjectId } = await this.requireProposal(tx, seen, wanted);
      const { municipalityId } = seen;
      const organisationId = actor.organisationId === seen.organisationId ? actor.organisationId : null;
      await this.proposals.saveReaction(tx, { contributionId, responseRevision, municipalityId, subjectId, isAccepted, reason: isAccepted ? '' : reason.trim(), organisationId, personId: actor.personId });
      events.record(proposalAnswered, { municipalityId, editionId: null, aggregateType: 'contribution', aggregateId: contributionId, payload: { contributionId, subjectId, isAccepted } });
      return contributionId;
    });
  }

  /** The proposal under its lock, if it still is what was seen and its time has not passed by the database's clock. */
  private async requireProposal(tx: Transaction, seen: Contribution, { contributionId, expectedRevision, expectedReaction }: WantedReaction): Promise<{ readonly responseRevision: number; readonly subjectId: string }> {
    const subjectId = subjectOf(seen);
    const response = await this.responses.find(tx, subjectId, true);
    const [now] = await this.responses.lockContributions(tx, [contributionId]);
    if (response === null || now === undefined || now.state !== 'submitted' || subjectOf(now) !== subjectId || !isProposed(response)) throw participationError('NOT_PROPOSED', ['contributionId']);
    if (response.revision !== expectedRevision) throw participationError('STALE_VALUE', ['expectedRevision']);
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
    if (response.proposedUntil === null || response.proposedUntil <= (clock?.now ?? new Date())) throw participationError('PROPOSAL_OVER', ['contributionId']);
    const said = currentReactions(response, await this.proposals.findReactions(tx, seen.municipalityId, [subjectId])).find((reaction) => reaction.contributionId === contributionId);
    if ((said?.revision ?? 0) !== expectedReaction) throw participationError('ALREADY_REACTED', ['expectedReaction']);
    return { responseRevision: response.revision, subjectId };
  }
}
