import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Promised } from '../domain/assessment.policy.js';
import type { Indicator, IndicatorDefinition, Region } from '@konzeptwerkstatt/platform-database';

export type IndicatorRow = Indicator;
export type DefinitionRow = IndicatorDefinition;
export type RegionRow = Region;

/** One page of a list: how many to skip and to take. */
export interface Slice {
  readonly skip: number;
  readonly take: number;
}

const numberOf = (value: { toNumber: () => number } | null): number | null => value?.toNumber() ?? null;

/** What an indicator promises, as far as judging goes. */
export function promisedOf(row: IndicatorRow): Promised {
  return {
    direction: row.direction, corridorLow: numberOf(row.corridorLow), corridorHigh: numberOf(row.corridorHigh), baselineValue: numberOf(row.baselineValue), baselineYear: row.baselineYear,
    targetValue: numberOf(row.targetValue), targetYear: row.targetYear, pathVersion: row.pathVersion,
  };
}

/** Reads indicators, their definitions and regions. */
@Injectable()
export class IndicatorReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  /** Living indicators of the actor's municipality by name, and how many there are. */
  async findVisible(actor: Actor, slice: Slice): Promise<{ rows: IndicatorRow[]; count: () => Promise<number> }> {
    const { municipalityId } = actor;
    if (municipalityId === null || !(await this.policy.can(actor, 'indicator.read', { municipalityId }))) return { rows: [], count: () => Promise.resolve(0) };
    const where = { municipalityId, removedAt: null };
    const rows = await this.database.client.indicator.findMany({ where, orderBy: [{ name: 'asc' }, { id: 'asc' }], ...slice });
    return { rows, count: () => this.database.client.indicator.count({ where }) };
  }

  /** The indicator, or null when it does not exist or the actor may not see it. */
  async find(actor: Actor | null, id: string): Promise<IndicatorRow | null> {
    const municipalityId = actor?.municipalityId ?? null;
    if (municipalityId === null) return null;
    const row = await this.database.client.indicator.findFirst({ where: { municipalityId, id, removedAt: null } });
    return row !== null && (await this.policy.can(actor, 'indicator.read', { municipalityId })) ? row : null;
  }

  /** Living indicators of one municipality by id, whoever asks: for what hangs on goals and measures that were already shown. */
  findManyByIds(municipalityId: string, ids: readonly string[]): Promise<IndicatorRow[]> {
    return this.database.client.indicator.findMany({ where: { municipalityId, id: { in: [...ids] }, removedAt: null } });
  }

  /** Those of the keys that are taken in a municipality. */
  async findTakenKeys(municipalityId: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.database.client.indicator.findMany({ where: { municipalityId, key: { in: [...keys] } }, select: { key: true } })).map(({ key }) => key));
  }

  /** The newest version of each indicator's definition. */
  findNewestDefinitions(municipalityId: string, indicatorIds: readonly string[]): Promise<DefinitionRow[]> {
    return this.database.client.indicatorDefinition.findMany({
      where: { municipalityId, indicatorId: { in: [...indicatorIds] } }, orderBy: [{ indicatorId: 'asc' }, { version: 'desc' }], distinct: ['indicatorId'],
    });
  }

  /** Every version of one indicator's definition, oldest first. */
  findVersions(municipalityId: string, indicatorIds: readonly string[]): Promise<DefinitionRow[]> {
    return this.database.client.indicatorDefinition.findMany({ where: { municipalityId, indicatorId: { in: [...indicatorIds] } }, orderBy: [{ indicatorId: 'asc' }, { version: 'asc' }] });
  }

  findDefinitions(municipalityId: string, ids: readonly string[]): Promise<DefinitionRow[]> {
    return this.database.client.indicatorDefinition.findMany({ where: { municipalityId, id: { in: [...ids] } } });
  }

  findRegions(ids: readonly string[]): Promise<RegionRow[]> {
    return this.database.client.region.findMany({ where: { id: { in: [...ids] } } });
  }

  /** The region that a municipality's own figures are about; null before its first value. */
  async findOwnRegion(municipalityId: string): Promise<RegionRow | null> {
    const rows = await this.database.client.$queryRaw<RegionRow[]>`
      SELECT r.id, r.key, r.label, r.kind, r.ags FROM regions r JOIN municipalities m ON m.ags = r.ags WHERE m.id = ${municipalityId}::uuid ORDER BY r.key LIMIT 1`;
    return rows[0] ?? null;
  }
}
