import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { ReferenceDateType } from '../domain/definition.entity.js';
import type { KnownIndicator } from '../domain/statistics-file/indicator-words.js';
import type { KnownRegion } from '../domain/statistics-file/region-cell.js';
import type { StandingValue } from '../domain/statistics-file/statistics-plan.js';

type IndicatorRow = Omit<KnownIndicator, 'definitions' | 'referenceDateType'> & { readonly versions: readonly { readonly version: number; readonly id: string; readonly referenceDateType: ReferenceDateType | null }[] };
type StandingRow = Omit<StandingValue, 'period'> & { readonly periodFrom: string | null; readonly periodTo: string | null };

/** Reads what statistics files are held against. */
@Injectable()
export class StatisticsSurroundingsRepository {
  /** The living indicators of a municipality with the versions of their definitions, by name. */
  async findIndicators(tx: Transaction, municipalityId: string): Promise<KnownIndicator[]> {
    const rows = await tx.$queryRaw<IndicatorRow[]>`
      SELECT i.id::text, i.key, i.name, i.unit, i.unit_label AS "unitLabel", i.decimals, i.sensitivity::text AS sensitivity, i.may_exceed_hundred AS "mayExceedHundred",
        (SELECT json_agg(json_build_object('version', d.version, 'id', d.id, 'referenceDateType', d.reference_date_type) ORDER BY d.version) FROM indicator_definitions d WHERE d.indicator_id = i.id AND d.municipality_id = i.municipality_id) AS versions
      FROM indicators i WHERE i.municipality_id = ${municipalityId}::uuid AND i.removed_at IS NULL ORDER BY i.name, i.id`;
    return rows.map(({ versions, ...indicator }) => ({ ...indicator, definitions: new Map(versions.map(({ version, id }) => [version, id])), referenceDateType: versions.at(-1)?.referenceDateType ?? null }));
  }

  /** All regions of the installation. */
  async findRegions(tx: Transaction): Promise<KnownRegion[]> {
    return tx.$queryRaw<KnownRegion[]>`SELECT id::text, key, label, kind, ags FROM regions ORDER BY label, id`;
  }

  /** The region that figures of the municipality are about; null when there is none yet. */
  async findOwnRegionId(tx: Transaction, municipalityId: string): Promise<string | null> {
    const rows = await tx.$queryRaw<{ id: string }[]>`SELECT r.id::text FROM regions r JOIN municipalities m ON m.ags = r.ags WHERE m.id = ${municipalityId}::uuid ORDER BY r.key LIMIT 1`;
    return rows[0]?.id ?? null;
  }

  /** The values of some indicators that stand. */
  async findStanding(tx: Transaction, municipalityId: string, indicatorIds: readonly string[]): Promise<StandingValue[]> {
    const rows = await tx.$queryRaw<StandingRow[]>`
      SELECT o.id::text, o.indicator_id::text AS "indicatorId", d.version, o.region_id::text AS "regionId", o.period_from::text AS "periodFrom", o.period_to::text AS "periodTo", o.breakdown, o.value::text AS value,
        o.missing_reason AS "missingReason", o.qualifier, o.status::text AS status, o.note
      FROM observations o JOIN indicator_definitions d ON d.id = o.definition_id AND d.municipality_id = o.municipality_id
      WHERE o.municipality_id = ${municipalityId}::uuid AND o.indicator_id = ANY (${[...indicatorIds]}::uuid[]) AND o.superseded_at IS NULL`;
    return rows.map(({ periodFrom: from, periodTo: to, ...value }) => ({ ...value, period: { from, to } }));
  }

  /** Holds on to indicators until the end of the transaction, so that values follow one another as when they are typed. */
  async lockIndicators(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<void> {
    await tx.$queryRaw`SELECT id FROM indicators WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  }
}
