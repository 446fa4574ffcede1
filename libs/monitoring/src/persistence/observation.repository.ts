import { Injectable } from '@nestjs/common';
import { wholeDay } from '@konzeptwerkstatt/kernel';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { KnownObservation } from '../domain/observation.entity.js';
import type { NewObservation } from '../domain/stored-observation.js';

const isoDay = (date: Date | null): string | null => (date === null ? null : date.toISOString().slice(0, 10));
const day = (text: string | null): Date | null => (text === null ? null : wholeDay(text));

/** Values of indicators; nothing is overwritten, corrections supersede. */
@Injectable()
export class ObservationRepository {
  async insertMany(tx: Transaction, observations: readonly NewObservation[]): Promise<void> {
    await tx.observation.createMany({
      data: observations.map(({ period, value, retrievedOn, ...observation }) => ({
        ...observation,
        retrievedOn: day(retrievedOn),
        value: value === null ? null : new Prisma.Decimal(value),
        periodFrom: day(period.from), periodTo: day(period.to), periodPrecision: period.precision,
      })),
    });
  }

  /** What the rules of corrections look at: every value of the indicator in that region, and the one to be corrected. */
  async findManyForPlace(tx: Transaction, municipalityId: string, indicatorId: string, regionId: string, supersedesId: string | null): Promise<KnownObservation[]> {
    const rows = await tx.observation.findMany({
      where: { municipalityId, indicatorId, OR: [{ regionId, supersededAt: null }, ...(supersedesId === null ? [] : [{ id: supersedesId }])] },
      select: { id: true, regionId: true, definitionId: true, periodFrom: true, periodTo: true, periodPrecision: true, breakdown: true, supersededAt: true },
    });
    return rows.map(({ periodFrom, periodTo, periodPrecision, supersededAt, ...row }) => ({
      ...row, period: { from: isoDay(periodFrom), to: isoDay(periodTo), precision: periodPrecision }, isSuperseded: supersededAt !== null,
    }));
  }

  /** From now on (the database's clock) another value stands in its place. */
  async supersede(tx: Transaction, municipalityId: string, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE observations SET superseded_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }
}
