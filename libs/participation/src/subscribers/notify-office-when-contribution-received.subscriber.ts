import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { contributionReceived, NOTIFIER, type EventEnvelope, type Notifier, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ContributionLinkRepository } from '../persistence/link/contribution-link.repository.js';

type ContributionReceived = z.infer<typeof contributionReceived.schema>;

/** Tells those who answer that something came in by a link. What comes in numbers is one notice for each link until it is read. */
@Injectable()
export class NotifyOfficeWhenContributionReceived implements Subscriber<ContributionReceived> {
  readonly name = 'notify-office-when-contribution-received';
  readonly event = contributionReceived;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ContributionLinkRepository) private readonly links: ContributionLinkRepository,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(NOTIFIER) private readonly notifier: Notifier,
  ) {}

  async handle(tx: Transaction, { id, municipalityId, payload }: EventEnvelope<ContributionReceived>): Promise<void> {
    const contribution = await this.contributions.find(tx, payload.contributionId);
    if (municipalityId === null || contribution === null || contribution.state === 'withdrawn') return;
    const { editionId, sectionId } = contribution;
    const personIds = await this.identity.holdersOf(tx, 'contribution.answer', { municipalityId, editionId, sectionId, processId: await this.concepts.processOf(tx, editionId) });
    const title = await this.links.findTitle(tx, municipalityId, payload.linkId);
    await this.notifier.tell(tx, {
      municipalityId, kind: 'contribution_received', occasion: id, isGathered: true, subjects: [{ id: payload.linkId, personIds, title, path: `/konzepte/${editionId}/rueckmeldungen` }],
    });
  }
}
