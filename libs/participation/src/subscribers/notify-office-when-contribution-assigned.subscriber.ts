import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { contributionAssigned, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { municipalInstant } from '@konzeptwerkstatt/planning';
import { ContributionNotices } from '../commands/contribution-notices.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ConcernedPeople } from '../queries/concerned-people.reader.js';

type ContributionAssigned = z.infer<typeof contributionAssigned.schema>;

/** Tells the people of an office who may read a contribution that it is to answer it. */
@Injectable()
export class NotifyOfficeWhenContributionAssigned implements Subscriber<ContributionAssigned> {
  readonly name = 'notify-office-when-contribution-assigned';
  readonly event = contributionAssigned;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ContributionNotices) private readonly notices: ContributionNotices,
    @Inject(ConcernedPeople) private readonly people: ConcernedPeople,
  ) {}

  async handle(tx: Transaction, { id, actor, payload }: EventEnvelope<ContributionAssigned>): Promise<void> {
    const contribution = await this.contributions.find(tx, payload.contributionId);
    if (payload.organisationId === null || contribution?.state !== 'submitted' || contribution.assignedOrganisationId !== payload.organisationId) return;
    const [office] = await this.people.readersOf(tx, [contribution], payload.organisationId);
    const dueAt = contribution.answerBy === null ? undefined : municipalInstant(contribution.answerBy, 0, '23:59', 'later');
    await this.notices.tell(tx, 'contribution_to_answer', id, [{ contribution, personIds: (office?.personIds ?? []).filter((personId) => personId !== actor.personId) }], dueAt);
  }
}
