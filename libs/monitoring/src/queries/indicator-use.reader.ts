import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { IndicatorPlacesReader } from '@konzeptwerkstatt/concept';
import type { IndicatorPlace } from '@konzeptwerkstatt/concept';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { IndicatorUse } from '../domain/removal.policy.js';
import { IndicatorReleaseRepository } from '../persistence/indicator-release.repository.js';
import { IndicatorRepository } from '../persistence/indicator.repository.js';

/** Finds what an indicator is needed for. Whoever calls it has asked whether the actor may record values. */
@Injectable()
export class IndicatorUseReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(IndicatorRepository) private readonly indicators: IndicatorRepository,
    @Inject(IndicatorReleaseRepository) private readonly releases: IndicatorReleaseRepository,
    @Inject(IndicatorPlacesReader) private readonly places: IndicatorPlacesReader,
  ) {}

  /** Reads in the transaction of whoever decides something by it. */
  async find(actor: Actor, municipalityId: string, indicatorId: string, tx: Transaction = this.database.client): Promise<IndicatorUse<IndicatorPlace>> {
    return {
      hasValues: await this.indicators.hasObservations(tx, municipalityId, indicatorId),
      isReleased: (await this.releases.findMany(tx, municipalityId, [indicatorId])).length > 0,
      shares: await this.indicators.findShares(tx, municipalityId, indicatorId),
      places: await this.places.find(tx, actor, municipalityId, indicatorId),
    };
  }
}
