import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { subjectOf } from '../domain/contribution.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import type { NewContribution } from '../persistence/contribution.repository.js';
import type { Outcome, ResponseVerdict } from '../domain/response.policy.js';
import { ResponseRepository } from '../persistence/response.repository.js';

/** An answer that was given. */
export interface LoadedResponse {
  readonly verdict: ResponseVerdict;
  readonly reasons: string;
  /** Who answered: an office. */
  readonly organisationId: string;
  readonly daysAgo: number;
}

/** A contribution as it was made some days ago, with what became of it. */
export interface LoadedContribution extends Omit<NewContribution, 'id' | 'municipalityId' | 'editionId' | 'partOfId' | 'state' | 'enteredById'> {
  readonly daysAgo: number;
  /** Those with the same words here are answered together. */
  readonly bundle: string | null;
  readonly assigned: { readonly organisationId: string; readonly inDays: number } | null;
  /** Null: not yet answered. Of a bundle, the first one's counts. */
  readonly response: LoadedResponse | null;
  readonly outcome: Omit<Outcome, 'id' | 'municipalityId' | 'subjectId'> | null;
}

/**
 * Loads contributions with their answers inside the caller's unit of work. Nobody is told: they were made long ago. Rights are the
 * caller's affair: only loading uses it.
 */
@Injectable()
export class LoadContributionsCommand {
  constructor(
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
  ) {}

  async run(tx: Transaction, place: { readonly municipalityId: string; readonly editionId: string }, loaded: readonly LoadedContribution[]): Promise<void> {
    const { municipalityId, editionId } = place;
    const bundles = new Map<string, string>();
    for (const { daysAgo, bundle, assigned, response, outcome, ...facts } of loaded) {
      const id = newId();
      await this.contributions.insert(tx, { ...facts, id, municipalityId, editionId, enteredById: null, partOfId: null, state: 'submitted' });
      await this.contributions.setAge(tx, { municipalityId, id }, daysAgo);
      const bundleId = bundle === null ? null : bundles.get(bundle) ?? newId();
      if (bundle !== null && bundleId !== null) {
        if (!bundles.has(bundle)) await this.responses.insertBundle(tx, { id: bundleId, municipalityId, editionId, title: bundle });
        bundles.set(bundle, bundleId);
        await this.responses.setBundle(tx, municipalityId, [id], bundleId);
      }
      if (assigned !== null) await this.responses.assignIn(tx, municipalityId, id, assigned);
      const subjectId = subjectOf({ id, bundleId });
      if (outcome !== null) await this.responses.insertOutcome(tx, municipalityId, { ...outcome, subjectId });
      if (response !== null) await this.respond(tx, municipalityId, subjectId, response);
    }
    // Now that every bundle is whole: one answer for all of it.
    await this.responses.settleAnswered(tx, municipalityId, editionId);
  }

  private async respond(tx: Transaction, municipalityId: string, subjectId: string, { verdict, reasons, organisationId, daysAgo }: LoadedResponse): Promise<void> {
    await this.responses.save(tx, { subjectId, municipalityId, verdict, reasons, contactOrganisationId: organisationId, changedByOrganisationId: organisationId });
    await this.responses.setPublished(tx, municipalityId, subjectId, daysAgo);
  }
}
