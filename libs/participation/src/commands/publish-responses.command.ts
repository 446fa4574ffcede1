import { Inject, Injectable } from '@nestjs/common';
import { responsePublished } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { subjectOf } from '../domain/contribution.js';
import { participationError, throwProblems } from '../domain/participation.errors.js';
import type { ParticipationErrorCode } from '../domain/participation.errors.js';
import { isAsked, isProposed, objectionProblems } from '../domain/response-proposal.policy.js';
import type { ResponseStanding } from '../domain/response-proposal.policy.js';
import { ProposalRepository } from '../persistence/proposal.repository.js';
import { ResponseRepository } from '../persistence/response.repository.js';
import { ConsentReader } from '../queries/consent.reader.js';
import type { ProposedResponse } from '../queries/consent.reader.js';
import { AnswerGate } from './answer.gate.js';
import { SeenResponses } from './seen-responses.js';
import type { SeenResponse } from './seen-responses.js';

/** What became of answers that were to be published. */
export interface Publication {
  /** Contributions that are answered now. */
  readonly publishedIds: readonly string[];
  /** Those that are not, and how their answers stand. */
  readonly leftOut: readonly { readonly contributionId: string; readonly standing: HeldBack }[];
}

type HeldBack = Exclude<ResponseStanding, 'accepted'>;

const LEFT_OUT_CODES = { not_proposed: 'PROPOSE_FIRST', open: 'PROPOSAL_OPEN', objected: 'OBJECTED' } as const satisfies Record<HeldBack, ParticipationErrorCode>;

/** Why an answer is not published yet; null when it can be. One that is published and was corrected is; a promised deadline holds even if the process no longer wants one. @param days by edition */
function heldBackBy({ response, standing, contributions }: ProposedResponse, days: ReadonlyMap<string, number>): HeldBack | null {
  if (response.publishedAt !== null || standing === 'accepted') return null;
  const isWanted = contributions.some((contribution) => days.has(contribution.editionId) && isAsked(contribution));
  return standing === 'not_proposed' && !isWanted ? null : standing;
}

/** Publishes answers, many in one step. */
@Injectable()
export class PublishResponsesCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(AnswerGate) private readonly gate: AnswerGate,
    @Inject(SeenResponses) private readonly seenResponses: SeenResponses,
    @Inject(ConsentReader) private readonly consent: ConsentReader,
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
    @Inject(ProposalRepository) private readonly proposals: ProposalRepository,
  ) {}

  /**
   * Publishes the answers to contributions, with all of their bundles, as the publisher saw them. Where the process proposes answers first, those that are not accepted are left out.
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError NO_DRAFT, STALE_VALUE, TOO_MANY, SEVERAL_REQUIRED; when nothing is left, PROPOSE_FIRST, PROPOSAL_OPEN or OBJECTED
   */
  async publish(context: CommandContext, seen: readonly SeenResponse[]): Promise<Publication> {
    const choice = await this.gate.requireAnswerToAll(context.actor, seen.map(({ contributionId }) => contributionId), 'responses');
    const municipalityId = choice.chosen[0]?.municipalityId ?? '';
    const days = await this.consent.daysOfEditions(municipalityId, choice.chosen.map(({ editionId }) => editionId));
    return this.unitOfWork.run(context, async (unit) => {
      const { responses } = await this.seenResponses.lock(unit.tx, choice, seen);
      const standings = await this.consent.standings(unit.tx, municipalityId, responses);
      const left = new Map([...standings].flatMap(([subjectId, proposed]) => {
        const standing = heldBackBy(proposed, days);
        return standing === null ? [] : [[subjectId, standing] as const];
      }));
      const ready = [...standings.values()].filter(({ response }) => !left.has(response.subjectId));
      const [firstLeft] = left.values();
      if (ready.length === 0 && firstLeft !== undefined) throw participationError(LEFT_OUT_CODES[firstLeft], ['responses']);
      await this.letOut(unit, municipalityId, ready);
      return {
        publishedIds: choice.chosen.filter((contribution) => !left.has(subjectOf(contribution))).map(({ id }) => id),
        leftOut: choice.chosen.flatMap((contribution) => { const standing = left.get(subjectOf(contribution)); return standing === undefined ? [] : [{ contributionId: contribution.id, standing }]; }),
      };
    });
  }

  /** Publishes an answer although somebody objected to it, and says why. @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError NO_DRAFT, STALE_VALUE, REASON_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE, NOT_OBJECTED */
  async publishDespiteObjection(context: CommandContext, seen: SeenResponse, reason: string): Promise<string> {
    const choice = await this.gate.requireAnswerToAll(context.actor, [seen.contributionId]);
    throwProblems(objectionProblems(reason));
    const municipalityId = choice.chosen[0]?.municipalityId ?? '';
    return this.unitOfWork.run(context, async (unit) => {
      const { responses } = await this.seenResponses.lock(unit.tx, choice, [seen]);
      const [proposed] = (await this.consent.standings(unit.tx, municipalityId, responses)).values();
      if (proposed === undefined || !isProposed(proposed.response) || proposed.standing !== 'objected') throw participationError('NOT_OBJECTED', ['contributionId']);
      await this.proposals.setDespite(unit.tx, municipalityId, proposed.response.subjectId, reason.trim());
      await this.letOut(unit, municipalityId, [proposed]);
      return seen.contributionId;
    });
  }

  private async letOut({ tx, events }: Unit<Transaction>, municipalityId: string, ready: readonly ProposedResponse[]): Promise<void> {
    await this.responses.publish(tx, municipalityId, ready.map(({ response }) => response.subjectId), ready.flatMap(({ contributions }) => contributions));
    for (const { response: { subjectId }, contributions } of ready) {
      events.record(responsePublished, { municipalityId, editionId: null, aggregateType: 'response', aggregateId: subjectId, payload: { subjectId, contributionIds: contributions.map(({ id }) => id) } });
    }
  }
}
