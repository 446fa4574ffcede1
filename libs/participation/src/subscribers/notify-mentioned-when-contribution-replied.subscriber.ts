import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { contributionReplied, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ContributionNotices } from '../commands/contribution-notices.js';
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

  async handle(tx: Transaction, { id, actor, payload }: EventEnvelope<ContributionReplied>): Promise<void> {
    const contribution = await this.contributions.find(tx, payload.contributionId);
    if (contribution === null || contribution.state === 'withdrawn' || contribution.state === 'held') return;
    const personIds = (await this.mentions.peopleToTell(tx, contribution, payload.replyId)).filter((personId) => personId !== contribution.contributorId && personId !== actor.personId);
    await this.notices.tell(tx, 'contribution_mentioned', id, [{ contribution, personIds }]);
  }
}
