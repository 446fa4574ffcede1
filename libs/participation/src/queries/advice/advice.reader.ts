import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { ContributionAdvice } from '../../domain/advice/advice.policy.js';
import { AdviceRepository } from '../../persistence/advice/advice.repository.js';

/** Reads what organisations are asked about contributions, and who of the visitors may advise. */
@Injectable()
export class AdviceReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(AdviceRepository) private readonly advices: AdviceRepository,
  ) {}

  /** Rights are the caller's question. */
  ofContributions(municipalityId: string, contributionIds: readonly string[]): Promise<ContributionAdvice[]> {
    return this.advices.findMany(this.database.client, municipalityId, contributionIds);
  }

  /** Whether the actor acts for the organisation that is asked. */
  mayAdvise(actor: Actor | null, { municipalityId, organisationId }: Pick<ContributionAdvice, 'municipalityId' | 'organisationId'>): Promise<boolean> {
    return this.policy.can(actor, 'inquiry.answer', { municipalityId, organisationId });
  }
}
