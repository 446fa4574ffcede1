import { Injectable } from '@nestjs/common';
import type { Transaction as AnyTransaction } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { IndicatorDraft } from '../domain/indicator.entity.js';

/** An indicator to be written, with the first version of its definition. */
export interface NewIndicator extends IndicatorDraft {
  readonly id: string;
  readonly definitionId: string;
  readonly municipalityId: string;
  readonly isExample: boolean;
  /** Where the definition comes from. */
  readonly source: string | null;
}

/** What a command needs to know of an indicator. */
export interface IndicatorForRecording {
  readonly id: string;
  readonly decimals: number;
  /** The version of the definition that new values follow. */
  readonly definitionId: string;
}

/** Indicators with the versions of their definitions. */
@Injectable()
export class IndicatorRepository {
  async insert(tx: Transaction, { definition, source, definitionId, ...indicator }: NewIndicator): Promise<void> {
    const { id, municipalityId } = indicator;
    await tx.indicator.create({ data: indicator });
    await tx.indicatorDefinition.create({ data: { id: definitionId, municipalityId, indicatorId: id, version: 1, text: definition, source } });
  }

  async isKeyTaken(tx: Transaction, municipalityId: string, key: string): Promise<boolean> {
    return (await tx.indicator.count({ where: { municipalityId, key } })) > 0;
  }

  async exists(tx: Transaction, municipalityId: string, id: string): Promise<boolean> {
    return (await tx.indicator.count({ where: { municipalityId, id, removedAt: null } })) > 0;
  }

  /** Those of the ids that are living indicators of the municipality; one statement. */
  async findExisting(tx: AnyTransaction, municipalityId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM indicators WHERE municipality_id = ${municipalityId}::uuid AND id = ANY(${[...ids]}::uuid[]) AND removed_at IS NULL`;
    return new Set(rows.map((row) => row.id));
  }

  /** Locks the indicator, so that values for the same place follow one another; null when there is none. */
  async lock(tx: Transaction, municipalityId: string, id: string): Promise<IndicatorForRecording | null> {
    const rows = await tx.$queryRaw<IndicatorForRecording[]>`
      SELECT i.id, i.decimals, d.id AS "definitionId" FROM indicators i
      JOIN LATERAL (SELECT id FROM indicator_definitions WHERE indicator_id = i.id AND municipality_id = i.municipality_id ORDER BY version DESC LIMIT 1) d ON true
      WHERE i.municipality_id = ${municipalityId}::uuid AND i.id = ${id}::uuid AND i.removed_at IS NULL FOR UPDATE OF i`;
    return rows[0] ?? null;
  }
}
