import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { personErased, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ProposalRepository } from '../persistence/proposal.repository.js';
import { InquiryRepository } from '../persistence/inquiry/inquiry.repository.js';

type PersonErased = z.infer<typeof personErased.schema>;

/** Takes an erased person off her contributions and off what she asked or answered; what she said stays, as her organisation's or as nobody's in particular. */
@Injectable()
export class ForgetContributorWhenPersonErased implements Subscriber<PersonErased> {
  readonly name = 'forget-contributor-when-person-erased';
  readonly event = personErased;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(ProposalRepository) private readonly proposals: ProposalRepository,
  ) {}

  async handle(tx: Transaction, { payload }: EventEnvelope<PersonErased>): Promise<void> {
    await this.contributions.forgetPerson(tx, payload.personId);
    await this.inquiries.forgetPerson(tx, payload.personId);
    await this.proposals.forgetPerson(tx, payload.personId);
  }
}
