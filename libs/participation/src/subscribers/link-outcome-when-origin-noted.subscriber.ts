import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { originNoted, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { subjectOf } from '../domain/contribution.js';
import type { Contribution } from '../domain/contribution.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ResponseRepository } from '../persistence/response.repository.js';
import { CardReader } from '../queries/card.reader.js';
import { ContributionAccess } from '../queries/contribution.access.js';

type OriginNoted = z.infer<typeof originNoted.schema>;

/** Under which concept notes what was taken over from a contribution. */
export const CONTRIBUTION_ORIGIN = 'participation.contribution';

/**
 * Ties a contribution to the passage or measure that was taken over from it. Whoever writes a text names the origin, so it counts only
 * within the same edition, from somebody who may read the contribution or runs the gathering whose card it is, and once that is answered from
 * somebody who may answer it: its contributor sees what came of it as the municipality's word.
 */
@Injectable()
export class LinkOutcomeWhenOriginNoted implements Subscriber<OriginNoted> {
  readonly name = 'link-outcome-when-origin-noted';
  readonly event = originNoted;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(CardReader) private readonly cards: CardReader,
  ) {}

  async handle(tx: Transaction, { municipalityId, actor, payload }: EventEnvelope<OriginNoted>): Promise<void> {
    if (payload.originKind !== CONTRIBUTION_ORIGIN) return;
    const contribution = await this.contributions.find(tx, payload.originId);
    if (contribution?.municipalityId !== municipalityId || !(await this.mayTie(actor, contribution))) return;
    const { kind, sectionId, blockId, objectId } = payload;
    const [section] = await this.concepts.sectionsByIds([sectionId]);
    if (section?.editionId !== contribution.editionId) return;
    await this.responses.insertOutcome(tx, municipalityId, { subjectId: subjectOf(contribution), kind, sectionId, blockId, objectId });
  }

  private async mayTie(actor: Actor | null, contribution: Contribution): Promise<boolean> {
    if (await this.access.mayRead(actor, contribution)) return contribution.state !== 'answered' || this.access.can(actor, 'contribution.answer', contribution);
    // Whoever runs one gathering takes its cards over without seeing any other contribution.
    if (actor === null || !contribution.isCard || contribution.state !== 'submitted') return false;
    return (await this.cards.locate(actor, contribution.id))?.view.mayModerate === true;
  }
}
