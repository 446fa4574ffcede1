import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { contributionHeld, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { ContributionNotices } from '../commands/contribution-notices.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';

type ContributionHeld = z.infer<typeof contributionHeld.schema>;

/** Tells those who speak for an organisation that a contribution waits for their release. */
@Injectable()
export class NotifyReviewersWhenContributionHeld implements Subscriber<ContributionHeld> {
  readonly name = 'notify-reviewers-when-contribution-held';
  readonly event = contributionHeld;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ContributionNotices) private readonly notices: ContributionNotices,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  async handle(tx: Transaction, { id, actor, payload }: EventEnvelope<ContributionHeld>): Promise<void> {
    const contribution = await this.contributions.find(tx, payload.contributionId);
    if (contribution?.state !== 'held') return;
    const members = await this.identity.membersOf(tx, contribution.municipalityId, payload.organisationId);
    const personIds = members.filter(({ role, personId }) => role === 'administrator' && personId !== actor.personId).map(({ personId }) => personId);
    await this.notices.tell(tx, 'contribution_to_release', id, [{ contribution, personIds }]);
  }
}
