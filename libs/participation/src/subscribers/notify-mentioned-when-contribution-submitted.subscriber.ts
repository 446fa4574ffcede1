import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { contributionSubmitted, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ContributionNotices } from '../commands/contribution-notices.js';
import { isSeenByOthers } from '../domain/contribution.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { MentionReader } from '../queries/mention.reader.js';

type ContributionSubmitted = z.infer<typeof contributionSubmitted.schema>;

/** Tells those whom a contribution, or what was said below it meanwhile, mentions, once others see it and as far as they may read it. */
@Injectable()
export class NotifyMentionedWhenContributionSubmitted implements Subscriber<ContributionSubmitted> {
  readonly name = 'notify-mentioned-when-contribution-submitted';
  readonly event = contributionSubmitted;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(MentionReader) private readonly mentions: MentionReader,
    @Inject(ContributionNotices) private readonly notices: ContributionNotices,
  ) {}

  async handle(tx: Transaction, { id, payload }: EventEnvelope<ContributionSubmitted>): Promise<void> {
    const contribution = await this.contributions.find(tx, payload.contributionId);
    if (contribution === null || !isSeenByOthers(contribution)) return;
    // The reply is the occasion, whether it is told now or was already.
    for (const [replyId, personIds] of await this.mentions.peopleToTell(tx, contribution, null)) await this.notices.tell(tx, 'contribution_mentioned', replyId ?? id, [{ contribution, personIds }]);
  }
}
