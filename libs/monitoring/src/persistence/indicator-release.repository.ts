import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { IndicatorRelease } from '../domain/release.policy.js';

/** Which indicators everybody may read. */
@Injectable()
export class IndicatorReleaseRepository {
  findMany(tx: Transaction, municipalityId: string, indicatorIds: readonly string[]): Promise<IndicatorRelease[]> {
    return tx.indicatorRelease.findMany({ where: { municipalityId, indicatorId: { in: [...indicatorIds] } } });
  }

  /** The place that a municipality's released indicators have already; null before the first one. */
  async findPlace(tx: Transaction, municipalityId: string): Promise<string | null> {
    return (await tx.indicatorRelease.findFirst({ where: { municipalityId }, select: { place: true }, orderBy: { releasedAt: 'asc' } }))?.place ?? null;
  }

  /** @returns false when it is released already */
  async insert(tx: Transaction, release: Omit<IndicatorRelease, 'releasedAt'>): Promise<boolean> {
    return (await tx.indicatorRelease.createMany({ data: release, skipDuplicates: true })).count === 1;
  }

  /** @returns false when it was not released */
  async remove(tx: Transaction, municipalityId: string, indicatorId: string): Promise<boolean> {
    return (await tx.indicatorRelease.deleteMany({ where: { municipalityId, indicatorId } })).count === 1;
  }
}
