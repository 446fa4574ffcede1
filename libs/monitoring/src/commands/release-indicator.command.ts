import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, notFound } from '@konzeptwerkstatt/kernel';
import { indicatorReleased, indicatorWithdrawn } from '@konzeptwerkstatt/contracts';
import { placeOf, PublicationReader } from '@konzeptwerkstatt/concept';
import { AccessPolicy, IdentityReader } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { throwProblems } from '../domain/monitoring.errors.js';
import { releaseProblems } from '../domain/release.policy.js';
import { IndicatorReleaseRepository } from '../persistence/indicator-release.repository.js';
import { IndicatorRepository } from '../persistence/indicator.repository.js';

/** Lets everybody read an indicator with its values, at an address that stays; or takes that back. */
@Injectable()
export class ReleaseIndicatorCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(PublicationReader) private readonly publications: PublicationReader,
    @Inject(IndicatorRepository) private readonly indicators: IndicatorRepository,
    @Inject(IndicatorReleaseRepository) private readonly releases: IndicatorReleaseRepository,
  ) {}

  /** @returns the indicator's id @throws ValidationError TOO_SENSITIVE, LICENCE_NOT_OPEN; ApplicationError NOT_FOUND, FORBIDDEN for everybody but administrators */
  async release(context: CommandContext, indicatorId: string): Promise<string> {
    const municipalityId = await this.require(context);
    const [[municipality], published] = await Promise.all([this.identity.municipalitiesByIds([municipalityId]), this.publications.findPlaceOf(municipalityId)]);
    if (municipality === undefined) throw notFound();
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const facts = await this.indicators.lockForEditing(tx, municipalityId, indicatorId);
      if (facts === null) throw notFound();
      throwProblems(releaseProblems(facts.facts));
      // Concepts and indicators of a municipality stand below one address, whatever its key is by now.
      const place = published ?? (await this.releases.findPlace(tx, municipalityId)) ?? placeOf(municipality);
      if (await this.releases.insert(tx, { indicatorId, municipalityId, place })) {
        events.record(indicatorReleased, { municipalityId, aggregateType: 'Indicator', aggregateId: indicatorId, editionId: null, payload: { indicatorId } });
      }
      return indicatorId;
    });
  }

  /** @returns the indicator's id @throws ApplicationError NOT_FOUND, FORBIDDEN for everybody but administrators */
  async withdraw(context: CommandContext, indicatorId: string): Promise<string> {
    const municipalityId = await this.require(context);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      if ((await this.indicators.lock(tx, municipalityId, indicatorId)) === null) throw notFound();
      if (await this.releases.remove(tx, municipalityId, indicatorId)) {
        events.record(indicatorWithdrawn, { municipalityId, aggregateType: 'Indicator', aggregateId: indicatorId, editionId: null, payload: { indicatorId } });
      }
      return indicatorId;
    });
  }

  private async require({ actor }: CommandContext): Promise<string> {
    const { municipalityId } = actor;
    if (municipalityId === null) throw new ApplicationError('NOT_FOUND', 'Sie arbeiten gerade in keiner Kommune.');
    await this.policy.require(actor, 'municipality.administer', { municipalityId });
    return municipalityId;
  }
}
