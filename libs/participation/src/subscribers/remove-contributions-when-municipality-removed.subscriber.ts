import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { municipalityRemoved, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { AssessmentRepository } from '../persistence/assessment.repository.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ProposalRepository } from '../persistence/proposal.repository.js';
import { InquiryRepository } from '../persistence/inquiry/inquiry.repository.js';
import { ContributionLinkRepository } from '../persistence/link/contribution-link.repository.js';
import { ShortVersionRepository } from '../persistence/link/short-version.repository.js';

type MunicipalityRemoved = z.infer<typeof municipalityRemoved.schema>;

/** Removes the contributions, inquiries, assessments, short versions and links of an example municipality. */
@Injectable()
export class RemoveContributionsWhenMunicipalityRemoved implements Subscriber<MunicipalityRemoved> {
  readonly name = 'remove-contributions-when-municipality-removed';
  readonly event = municipalityRemoved;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(ProposalRepository) private readonly proposals: ProposalRepository,
    @Inject(AssessmentRepository) private readonly assessments: AssessmentRepository,
    @Inject(ShortVersionRepository) private readonly shortVersions: ShortVersionRepository,
    @Inject(ContributionLinkRepository) private readonly links: ContributionLinkRepository,
  ) {}

  async handle(tx: Transaction, { municipalityId }: EventEnvelope<MunicipalityRemoved>): Promise<void> {
    await this.inquiries.removeMunicipality(tx, municipalityId);
    await this.proposals.removeMunicipality(tx, municipalityId);
    await this.contributions.removeMunicipality(tx, municipalityId);
    await this.assessments.removeMunicipality(tx, municipalityId);
    await this.shortVersions.removeMunicipality(tx, municipalityId);
    await this.links.removeMunicipality(tx, municipalityId);
  }
}
