import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { NewRegion } from '../domain/stored-observation.js';

/** Regions, shared by all municipalities. */
@Injectable()
export class RegionRepository {
  /** Adds those whose key is new, and gives the ids of all. */
  async ensure(tx: Transaction, regions: readonly NewRegion[]): Promise<ReadonlyMap<string, string>> {
    await tx.region.createMany({ data: [...regions], skipDuplicates: true });
    const rows = await tx.region.findMany({ where: { key: { in: regions.map((region) => region.key) } }, select: { id: true, key: true } });
    return new Map(rows.map((row) => [row.key, row.id]));
  }

  async exists(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.region.count({ where: { id } })) > 0;
  }

  /** The region with that official key (AGS), or null. */
  async findIdByAgs(tx: Transaction, ags: string): Promise<string | null> {
    return (await tx.region.findFirst({ where: { ags }, select: { id: true }, orderBy: { key: 'asc' } }))?.id ?? null;
  }
}
