import { Injectable } from '@nestjs/common';
import type { Transaction as AnyTransaction } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { DefinitionFacts, ReferenceDateType } from '../domain/definition.entity.js';
import type { CheckedIndicator, IndicatorFacts } from '../domain/indicator.entity.js';
import { RATE_UNITS } from '../domain/unit.policy.js';

/** An indicator to be written, with the first version of its definition. */
export interface NewIndicator extends CheckedIndicator {
  readonly id: string;
  readonly definitionId: string;
  readonly municipalityId: string;
  readonly isExample: boolean;
}

/** What a command needs to know of an indicator. */
export interface IndicatorForRecording {
  readonly id: string;
  readonly decimals: number;
  readonly unit: string;
  readonly mayExceedHundred: boolean;
  /** The version of the definition that new values follow, and what day or time it counts for. */
  readonly definitionId: string;
  readonly referenceDateType: ReferenceDateType | null;
}

/** An indicator as it is before it is changed. */
export interface IndicatorForEditing {
  readonly revision: number;
  readonly facts: Pick<IndicatorFacts, 'unit' | 'sensitivity' | 'licence' | 'baselineValue' | 'baselineYear' | 'targetValue' | 'targetYear'> & { readonly pathVersion: number | null };
  /** The newest version of its definition. */
  readonly definition: DefinitionFacts & { readonly id: string; readonly version: number };
}

const decimalText = (value: { toFixed: () => string } | null): string | null => value?.toFixed() ?? null;

/** Indicators with the versions of their definitions. */
@Injectable()
export class IndicatorRepository {
  async insert(tx: Transaction, { id, definitionId, municipalityId, isExample, indicator, definition }: NewIndicator): Promise<void> {
    const pathVersion = indicator.baselineValue === null && indicator.targetValue === null ? null : 1;
    await tx.indicator.create({ data: { ...indicator, breakdowns: [...indicator.breakdowns], pathVersion, id, municipalityId, isExample } });
    await tx.indicatorDefinition.create({ data: { ...definition, id: definitionId, municipalityId, indicatorId: id, version: 1 } });
  }

  /** Holds back others who define indicators of the municipality, so that two with one key follow one another. */
  async lockKeys(tx: Transaction, municipalityId: string): Promise<ReadonlySet<string>> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`indicators ${municipalityId}`}, 7203414))`;
    return new Set((await tx.indicator.findMany({ where: { municipalityId }, select: { key: true } })).map(({ key }) => key));
  }

  /** Those of the ids that are living indicators of the municipality; one statement. Until the transaction ends none of them can be taken away. */
  async findExisting(tx: AnyTransaction, municipalityId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM indicators WHERE municipality_id = ${municipalityId}::uuid AND id = ANY(${[...ids]}::uuid[]) AND removed_at IS NULL FOR KEY SHARE`;
    return new Set(rows.map((row) => row.id));
  }

  /** Which of two living indicators of the municipality count something, so that a share can be made of them. Until the transaction ends none of them can be taken away. */
  async findCounting(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM indicators WHERE municipality_id = ${municipalityId}::uuid AND id = ANY(${[...ids]}::uuid[]) AND removed_at IS NULL AND unit <> ALL (${[...RATE_UNITS]}::text[]) FOR KEY SHARE`;
    return new Set(rows.map(({ id }) => id));
  }

  /** Says of which counts a share is made. */
  async linkCounts(tx: Transaction, municipalityId: string, id: string, counts: { readonly numeratorId: string; readonly denominatorId: string }): Promise<void> {
    await tx.indicator.updateMany({ where: { municipalityId, id }, data: counts });
  }

  /** Locks the indicator, so that values for the same place follow one another; null when there is none. Who only names it does not wait. */
  async lock(tx: Transaction, municipalityId: string, id: string): Promise<IndicatorForRecording | null> {
    const rows = await tx.$queryRaw<IndicatorForRecording[]>`
      SELECT i.id, i.decimals, i.unit, i.may_exceed_hundred AS "mayExceedHundred", d.id AS "definitionId", d.reference_date_type::text AS "referenceDateType" FROM indicators i
      JOIN LATERAL (SELECT id, reference_date_type FROM indicator_definitions WHERE indicator_id = i.id AND municipality_id = i.municipality_id ORDER BY version DESC LIMIT 1) d ON true
      WHERE i.municipality_id = ${municipalityId}::uuid AND i.id = ${id}::uuid AND i.removed_at IS NULL FOR NO KEY UPDATE OF i`;
    return rows[0] ?? null;
  }

  /** Locks the indicator against everybody who changes or names it. @returns false when there is none */
  async lockForRemoval(tx: Transaction, municipalityId: string, id: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM indicators WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid AND removed_at IS NULL FOR UPDATE`;
    return rows.length > 0;
  }

  /** Locks the indicator for a change; null when there is none. */
  async lockForEditing(tx: Transaction, municipalityId: string, id: string): Promise<IndicatorForEditing | null> {
    if ((await this.lock(tx, municipalityId, id)) === null) return null;
    const { revision, unit, sensitivity, licence, baselineValue, baselineYear, targetValue, targetYear, pathVersion, definitions } = await tx.indicator.findFirstOrThrow({
      where: { municipalityId, id }, include: { definitions: { orderBy: { version: 'desc' }, take: 1 } },
    });
    const [definition] = definitions;
    if (definition === undefined) throw new Error(`Indicator ${id} has no definition`);
    return { revision, definition, facts: { unit, sensitivity, licence, baselineValue: decimalText(baselineValue), baselineYear, targetValue: decimalText(targetValue), targetYear, pathVersion } };
  }

  /** Whether values were ever recorded. */
  async hasValues(tx: Transaction, municipalityId: string, id: string): Promise<boolean> {
    return (await tx.observation.count({ where: { municipalityId, indicatorId: id, value: { not: null } }, take: 1 })) > 0;
  }

  /** Whether anything was ever recorded: a value or the reason why there is none, corrected and withdrawn ones included. */
  async hasObservations(tx: Transaction, municipalityId: string, id: string): Promise<boolean> {
    return (await tx.observation.count({ where: { municipalityId, indicatorId: id }, take: 1 })) > 0;
  }

  /** Shares that are made of its counts, by name. */
  async findShares(tx: Transaction, municipalityId: string, id: string): Promise<{ id: string; name: string }[]> {
    return tx.indicator.findMany({ where: { municipalityId, removedAt: null, OR: [{ numeratorId: id }, { denominatorId: id }] }, select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
  }

  /** Takes it away with every version of its definition; it must have no values. @returns which one it was */
  async remove(tx: Transaction, municipalityId: string, id: string): Promise<{ key: string; name: string }> {
    await tx.indicatorDefinition.deleteMany({ where: { municipalityId, indicatorId: id } });
    return tx.indicator.delete({ where: { municipalityId_id: { municipalityId, id } }, select: { key: true, name: true } });
  }

  /** Its key stays what it is: files and scripts name it. */
  async save(tx: Transaction, municipalityId: string, id: string, { key: _, ...facts }: IndicatorFacts, pathVersion: number | null): Promise<void> {
    await tx.indicator.updateMany({ where: { municipalityId, id }, data: { ...facts, breakdowns: [...facts.breakdowns], pathVersion, revision: { increment: 1 } } });
    await tx.$executeRaw`UPDATE indicators SET edited_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
  }

  async saveDefinition(tx: Transaction, municipalityId: string, id: string, definition: DefinitionFacts): Promise<void> {
    await tx.indicatorDefinition.updateMany({ where: { municipalityId, id }, data: definition });
  }

  async insertDefinition(tx: Transaction, place: { readonly id: string; readonly municipalityId: string; readonly indicatorId: string; readonly version: number }, definition: DefinitionFacts): Promise<void> {
    await tx.indicatorDefinition.create({ data: { ...place, ...definition } });
  }
}
