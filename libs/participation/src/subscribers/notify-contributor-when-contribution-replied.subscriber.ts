import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { contributionReplied, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ContributionNotices, toContributors } from '../commands/contribution-notices.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';

type ContributionReplied = z.infer<typeof contributionReplied.schema>;

/** Tells a contributor that somebody else wrote below what she said. */
@Injectable()
export class NotifyContributorWhenContributionReplied implements Subscriber<ContributionReplied> {
  readonly name = 'notify-contributor-when-contribution-replied';
  readonly event = contributionReplied;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ContributionNotices) private readonly notices: ContributionNotices,
  ) {}

  async handle(tx: Transaction, { id, actor, payload }: EventEnvelope<ContributionReplied>): Promise<void> {
    const contribution = await this.contributions.find(tx, payload.contributionId);
    if (contribution === null || contribution.state === 'withdrawn' || contribution.contributorId === actor.personId) return;
    await this.notices.tell(tx, 'contribution_replied', id, toContributors([contribution]));
  }
}
