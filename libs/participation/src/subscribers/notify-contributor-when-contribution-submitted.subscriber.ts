import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { contributionSubmitted, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ContributionNotices, toContributors } from '../commands/contribution-notices.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';

type ContributionSubmitted = z.infer<typeof contributionSubmitted.schema>;

/** Tells a contributor that what she said has arrived. */
@Injectable()
export class NotifyContributorWhenContributionSubmitted implements Subscriber<ContributionSubmitted> {
  readonly name = 'notify-contributor-when-contribution-submitted';
  readonly event = contributionSubmitted;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ContributionNotices) private readonly notices: ContributionNotices,
  ) {}

  async handle(tx: Transaction, { id, payload }: EventEnvelope<ContributionSubmitted>): Promise<void> {
    const contribution = await this.contributions.find(tx, payload.contributionId);
    if (contribution !== null) await this.notices.tell(tx, 'contribution_arrived', id, toContributors([contribution]));
  }
}
