import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Contribution } from '../domain/contribution.js';
import type { ContributionResponse, Outcome, ReasonText } from '../domain/response.policy.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ResponseRepository } from '../persistence/response.repository.js';
import { ContributionAccess } from './contribution.access.js';

/** Reads single contributions, answers, what they led to, and text blocks. */
@Injectable()
export class TreatmentReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ResponseRepository) private readonly stored: ResponseRepository,
  ) {}

  /** The contribution, or null when it does not exist or the actor may not see it. */
  async find(actor: Actor | null, id: string): Promise<Contribution | null> {
    const row = await this.contributions.find(this.database.client, id);
    return row !== null && (await this.access.mayRead(actor, row)) ? row : null;
  }

  /** Answers by subject, drafts included; who may see a draft is the caller's question. */
  responses(municipalityId: string, subjectIds: readonly string[]): Promise<ContributionResponse[]> {
    return this.stored.findMany(this.database.client, municipalityId, subjectIds);
  }

  /** All that is answered under one subject. Rights are the caller's question. */
  ofSubject(subjectId: string): Promise<Contribution[]> {
    return this.stored.findBySubjects(this.database.client, [subjectId]);
  }

  /** What all of a bundle say, in a few words. */
  bundleTitle(municipalityId: string, bundleId: string): Promise<string | null> {
    return this.stored.findBundleTitle(this.database.client, municipalityId, bundleId);
  }

  /** What subjects have led to. */
  outcomes(municipalityId: string, subjectIds: readonly string[]): Promise<Outcome[]> {
    return this.stored.findOutcomes(this.database.client, municipalityId, subjectIds);
  }

  /** The text blocks of a municipality, by name. */
  reasonTexts(municipalityId: string): Promise<ReasonText[]> {
    return this.stored.reasonTexts(this.database.client, municipalityId);
  }
}
