import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { contributionAssigned, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { municipalInstant } from '@konzeptwerkstatt/planning';
import { ContributionNotices } from '../commands/contribution-notices.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';

type ContributionAssigned = z.infer<typeof contributionAssigned.schema>;

/** Tells the people of an office that it is to answer a contribution. */
@Injectable()
export class NotifyOfficeWhenContributionAssigned implements Subscriber<ContributionAssigned> {
  readonly name = 'notify-office-when-contribution-assigned';
  readonly event = contributionAssigned;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ContributionNotices) private readonly notices: ContributionNotices,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  async handle(tx: Transaction, { id, actor, payload }: EventEnvelope<ContributionAssigned>): Promise<void> {
    const contribution = await this.contributions.find(tx, payload.contributionId);
    if (payload.organisationId === null || contribution?.state !== 'submitted' || contribution.assignedOrganisationId !== payload.organisationId) return;
    const members = await this.identity.membersOf(tx, contribution.municipalityId, payload.organisationId);
    const dueAt = contribution.answerBy === null ? undefined : municipalInstant(contribution.answerBy, 0, '23:59', 'later');
    await this.notices.tell(tx, 'contribution_to_answer', id, [{ contribution, personIds: members.map(({ personId }) => personId).filter((personId) => personId !== actor.personId) }], dueAt);
  }
}
