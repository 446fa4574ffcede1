import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { proposalAnswered, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ContributionNotices } from '../commands/contribution-notices.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ResponseRepository } from '../persistence/response.repository.js';
import { ConcernedPeople } from '../queries/concerned-people.reader.js';

type ProposalAnswered = z.infer<typeof proposalAnswered.schema>;

/** Tells the people of the office that answers, those who may read it, that somebody objects to what it has proposed. */
@Injectable()
export class NotifyOfficeWhenProposalObjected implements Subscriber<ProposalAnswered> {
  readonly name = 'notify-office-when-proposal-objected';
  readonly event = proposalAnswered;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
    @Inject(ConcernedPeople) private readonly people: ConcernedPeople,
    @Inject(ContributionNotices) private readonly notices: ContributionNotices,
  ) {}

  async handle(tx: Transaction, { id, actor, payload }: EventEnvelope<ProposalAnswered>): Promise<void> {
    if (payload.isAccepted) return;
    const contribution = await this.contributions.find(tx, payload.contributionId);
    const response = await this.responses.find(tx, payload.subjectId);
    const officeId = contribution?.assignedOrganisationId ?? response?.changedByOrganisationId ?? null;
    if (contribution?.state !== 'submitted' || officeId === null) return;
    const [office] = await this.people.readersOf(tx, [contribution], officeId);
    await this.notices.tell(tx, 'response_objected', id, [{ contribution, personIds: (office?.personIds ?? []).filter((personId) => personId !== actor.personId) }]);
  }
}
