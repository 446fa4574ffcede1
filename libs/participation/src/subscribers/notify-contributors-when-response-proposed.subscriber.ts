import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { responseProposed, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ContributionNotices } from '../commands/contribution-notices.js';
import { subjectOf } from '../domain/contribution.js';
import { ResponseRepository } from '../persistence/response.repository.js';
import { ConcernedPeople } from '../queries/concerned-people.reader.js';

type ResponseProposed = z.infer<typeof responseProposed.schema>;

/** Tells contributors and the people of their organisations who may read it that an answer is proposed to them, and until when they can say something to it. */
@Injectable()
export class NotifyContributorsWhenResponseProposed implements Subscriber<ResponseProposed> {
  readonly name = 'notify-contributors-when-response-proposed';
  readonly event = responseProposed;

  constructor(
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
    @Inject(ConcernedPeople) private readonly people: ConcernedPeople,
    @Inject(ContributionNotices) private readonly notices: ContributionNotices,
  ) {}

  async handle(tx: Transaction, { id, municipalityId, payload }: EventEnvelope<ResponseProposed>): Promise<void> {
    const response = await this.responses.find(tx, payload.subjectId);
    // Changed, published or taken back since: whoever is asked then is told then.
    if (municipalityId === null || response?.revision !== payload.revision || response.proposedUntil === null || response.publishedAt !== null) return;
    const open = (await this.responses.lockContributions(tx, payload.contributionIds)).filter((contribution) => contribution.state === 'submitted' && subjectOf(contribution) === payload.subjectId);
    await this.notices.tell(tx, 'response_proposed', id, await this.people.behind(tx, open), response.proposedUntil);
  }
}
