import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { contributionRefused, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ContributionNotices, toContributors } from '../commands/contribution-notices.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';

type ContributionRefused = z.infer<typeof contributionRefused.schema>;

/** Tells a contributor that what she said is not released. */
@Injectable()
export class NotifyContributorWhenContributionRefused implements Subscriber<ContributionRefused> {
  readonly name = 'notify-contributor-when-contribution-refused';
  readonly event = contributionRefused;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ContributionNotices) private readonly notices: ContributionNotices,
  ) {}

  async handle(tx: Transaction, { id, payload }: EventEnvelope<ContributionRefused>): Promise<void> {
    const contribution = await this.contributions.find(tx, payload.contributionId);
    if (contribution?.state === 'refused') await this.notices.tell(tx, 'contribution_refused', id, toContributors([contribution]));
  }
}
