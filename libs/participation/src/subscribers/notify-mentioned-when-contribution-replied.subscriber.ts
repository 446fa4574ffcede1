import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { contributionReplied, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ContributionNotices } from '../commands/contribution-notices.js';
import { isSeenByOthers } from '../domain/contribution.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { MentionReader } from '../queries/mention.reader.js';

type ContributionReplied = z.infer<typeof contributionReplied.schema>;

/** Tells those whom somebody mentions below a contribution, as far as they may read it; its contributor hears of the reply anyway. */
@Injectable()
export class NotifyMentionedWhenContributionReplied implements Subscriber<ContributionReplied> {
  readonly name = 'notify-mentioned-when-contribution-replied';
  readonly event = contributionReplied;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(MentionReader) private readonly mentions: MentionReader,
    @Inject(ContributionNotices) private readonly notices: ContributionNotices,
  ) {}

  async handle(tx: Transaction, { payload: { contributionId, replyId } }: EventEnvelope<ContributionReplied>): Promise<void> {
    const contribution = await this.contributions.find(tx, contributionId);
    // What is said below one that waits is told once that is released.
    if (contribution === null || !isSeenByOthers(contribution)) return;
    const people = await this.mentions.peopleToTell(tx, contribution, replyId);
    await this.notices.tell(tx, 'contribution_mentioned', replyId, [{ contribution, personIds: people.get(replyId) ?? [] }]);
  }
}
