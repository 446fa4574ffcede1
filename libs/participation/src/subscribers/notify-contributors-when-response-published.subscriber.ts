import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { responsePublished, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ContributionNotices, toContributors } from '../commands/contribution-notices.js';
import { ResponseRepository } from '../persistence/response.repository.js';

type ResponsePublished = z.infer<typeof responsePublished.schema>;

/** Tells contributors that they are answered. */
@Injectable()
export class NotifyContributorsWhenResponsePublished implements Subscriber<ResponsePublished> {
  readonly name = 'notify-contributors-when-response-published';
  readonly event = responsePublished;

  constructor(
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
    @Inject(ContributionNotices) private readonly notices: ContributionNotices,
  ) {}

  async handle(tx: Transaction, { id, payload }: EventEnvelope<ResponsePublished>): Promise<void> {
    const answered = await this.responses.lockContributions(tx, payload.contributionIds);
    await this.notices.tell(tx, 'contribution_answered', id, toContributors(answered));
  }
}
