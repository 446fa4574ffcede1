import { Inject, Injectable } from '@nestjs/common';
import { responseProposed } from '@konzeptwerkstatt/contracts';
import { municipalClock } from '@konzeptwerkstatt/kernel';
import { municipalInstant } from '@konzeptwerkstatt/planning';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { subjectOf } from '../domain/contribution.js';
import { participationError } from '../domain/participation.errors.js';
import { ProposalRepository } from '../persistence/proposal.repository.js';
import { ConsentReader } from '../queries/consent.reader.js';
import { AnswerGate } from './answer.gate.js';
import { SeenResponses } from './seen-responses.js';
import type { SeenResponse } from './seen-responses.js';

/** The end of the day that lies so many days ahead, by the town's clock. */
export const proposalDeadline = (now: Date, days: number): Date => municipalInstant(municipalClock(now).day, days, '23:59', 'later');

/** Proposes drafted answers to those they are for, many in one step. */
@Injectable()
export class ProposeResponsesCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(AnswerGate) private readonly gate: AnswerGate,
    @Inject(SeenResponses) private readonly seenResponses: SeenResponses,
    @Inject(ConsentReader) private readonly consent: ConsentReader,
    @Inject(ProposalRepository) private readonly proposals: ProposalRepository,
  ) {}

  /**
   * Proposes answers as they were seen; those that are proposed or published already stay as they are.
   * @returns ids of the chosen contributions
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError NO_DRAFT, STALE_VALUE, TOO_MANY, SEVERAL_REQUIRED, CONSENT_OFF where the process does not propose, ALREADY_PROPOSED when nothing is left to do
   */
  async run(context: CommandContext, seen: readonly SeenResponse[]): Promise<string[]> {
    const choice = await this.gate.requireAnswerToAll(context.actor, seen.map(({ contributionId }) => contributionId), 'responses');
    const municipalityId = choice.chosen[0]?.municipalityId ?? '';
    const days = await this.consent.daysOfEditions(municipalityId, choice.chosen.map(({ editionId }) => editionId));
    if (choice.chosen.some(({ editionId }) => !days.has(editionId))) throw participationError('CONSENT_OFF', ['responses']);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const { responses, contributions } = await this.seenResponses.lock(tx, choice, seen);
      const drafts = responses.filter(({ proposedUntil, publishedAt }) => proposedUntil === null && publishedAt === null);
      if (drafts.length === 0) throw participationError('ALREADY_PROPOSED', ['responses']);
      const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
      for (const { subjectId } of drafts) {
        const own = contributions.filter((contribution) => subjectOf(contribution) === subjectId);
        const until = proposalDeadline(clock?.now ?? new Date(), days.get(own[0]?.editionId ?? '') ?? 1);
        const revision = await this.proposals.propose(tx, municipalityId, subjectId, until);
        events.record(responseProposed, { municipalityId, editionId: null, aggregateType: 'response', aggregateId: subjectId, payload: { subjectId, revision, contributionIds: own.map(({ id }) => id) } });
      }
      return choice.chosen.map(({ id }) => id);
    });
  }
}
