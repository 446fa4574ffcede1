import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { originNoted, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { subjectOf } from '../domain/contribution.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ResponseRepository } from '../persistence/response.repository.js';

type OriginNoted = z.infer<typeof originNoted.schema>;

/** Under which concept notes what was taken over from a contribution. */
export const CONTRIBUTION_ORIGIN = 'participation.contribution';

/** Ties a contribution to the passage or measure that was taken over from it. */
@Injectable()
export class LinkOutcomeWhenOriginNoted implements Subscriber<OriginNoted> {
  readonly name = 'link-outcome-when-origin-noted';
  readonly event = originNoted;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
  ) {}

  async handle(tx: Transaction, { municipalityId, payload }: EventEnvelope<OriginNoted>): Promise<void> {
    if (payload.originKind !== CONTRIBUTION_ORIGIN) return;
    const contribution = await this.contributions.find(tx, payload.originId);
    // Whoever writes a text names the origin; what is not of her municipality is none.
    if (contribution?.municipalityId !== municipalityId) return;
    const { kind, sectionId, blockId, objectId } = payload;
    await this.responses.insertOutcome(tx, municipalityId, { subjectId: subjectOf(contribution), kind, sectionId, blockId, objectId });
  }
}
