import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { municipalityRemoved, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ProposalRepository } from '../persistence/proposal.repository.js';
import { InquiryRepository } from '../persistence/inquiry/inquiry.repository.js';

type MunicipalityRemoved = z.infer<typeof municipalityRemoved.schema>;

/** Removes the contributions and inquiries of an example municipality. */
@Injectable()
export class RemoveContributionsWhenMunicipalityRemoved implements Subscriber<MunicipalityRemoved> {
  readonly name = 'remove-contributions-when-municipality-removed';
  readonly event = municipalityRemoved;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(ProposalRepository) private readonly proposals: ProposalRepository,
  ) {}

  async handle(tx: Transaction, { municipalityId }: EventEnvelope<MunicipalityRemoved>): Promise<void> {
    await this.inquiries.removeMunicipality(tx, municipalityId);
    await this.proposals.removeMunicipality(tx, municipalityId);
    await this.contributions.removeMunicipality(tx, municipalityId);
  }
}
