import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { personErased, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { AssessmentRepository } from '../persistence/assessment.repository.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { MentionRepository } from '../persistence/mention.repository.js';
import { ProposalRepository } from '../persistence/proposal.repository.js';
import { InquiryRepository } from '../persistence/inquiry/inquiry.repository.js';
import { ContributionLinkRepository } from '../persistence/link/contribution-link.repository.js';
import { ShortVersionRepository } from '../persistence/link/short-version.repository.js';

type PersonErased = z.infer<typeof personErased.schema>;

/** Takes an erased person off her contributions, out of where she is mentioned, off assessments, short versions and links, and off what she asked or answered; what she said stays, as her organisation's or as nobody's in particular. */
@Injectable()
export class ForgetContributorWhenPersonErased implements Subscriber<PersonErased> {
  readonly name = 'forget-contributor-when-person-erased';
  readonly event = personErased;

  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(ProposalRepository) private readonly proposals: ProposalRepository,
    @Inject(AssessmentRepository) private readonly assessments: AssessmentRepository,
    @Inject(ShortVersionRepository) private readonly shortVersions: ShortVersionRepository,
    @Inject(ContributionLinkRepository) private readonly links: ContributionLinkRepository,
    @Inject(MentionRepository) private readonly mentions: MentionRepository,
  ) {}

  async handle(tx: Transaction, { payload }: EventEnvelope<PersonErased>): Promise<void> {
    await this.contributions.forgetPerson(tx, payload.personId);
    await this.inquiries.forgetPerson(tx, payload.personId);
    await this.proposals.forgetPerson(tx, payload.personId);
    await this.assessments.forgetPerson(tx, payload.personId);
    await this.shortVersions.forgetPerson(tx, payload.personId);
    await this.links.forgetPerson(tx, payload.personId);
    await this.mentions.forgetPerson(tx, payload.personId);
  }
}
