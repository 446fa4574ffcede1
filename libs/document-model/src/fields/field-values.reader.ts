import type { DecisionState, FundingState, GoalKind, MeasureStatus, MeasureType, Priority, TargetGroup } from './field-vocabulary.js';
import type { FieldValue } from './field.registry.js';
import { parsePeriod } from './period.policy.js';
import type { Period } from './period.policy.js';

/** Valid values of one block by key without block id: `status`, `partner/<id>`. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** Structured fields of a measure; sets are sorted, null means not set. */
export interface MeasureFields {
  readonly type: MeasureType | null;
  readonly status: MeasureStatus | null;
  readonly decisionState: DecisionState | null;
  /** Organisation id. */
  readonly lead: string | null;
  /** Organisation ids. */
  readonly partners: readonly string[];
  readonly targetGroups: readonly TargetGroup[];
  readonly period: Period | null;
  readonly resources: string | null;
  /** Euro as decimal text. */
  readonly budgetAmount: string | null;
  readonly fundingSource: string | null;
  /** Full-time equivalents as decimal text. */
  readonly staffPositions: string | null;
  readonly priority: Priority | null;
  readonly fundingState: FundingState | null;
  /** Whom to ask, in words. */
  readonly contact: string | null;
  /** Where in the municipality, in words. */
  readonly district: string | null;
  /** The last day for which the money is there, `YYYY-MM-DD`. */
  readonly fundingUntil: string | null;
  /** Indicator ids. */
  readonly indicators: readonly string[];
  /** Block ids of the goals that were linked by hand. */
  readonly goals: readonly string[];
}

export interface GoalFields {
  readonly kind: GoalKind | null;
  readonly indicators: readonly string[];
}

function single<T extends string = string>(values: FieldValues, key: string): T | null {
  const value = values[key];
  return typeof value === 'string' ? (value as T) : null;
}

function members<T extends string = string>(values: FieldValues, name: string): T[] {
  const prefix = `${name}/`;
  return Object.keys(values).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length) as T).sort();
}

/** The typed fields of a measure from its valid values (as `readFieldValues` gives them). */
export function measureFieldsOf(values: FieldValues): MeasureFields {
  const period = single(values, 'period');
  return {
    type: single<MeasureType>(values, 'type'),
    status: single<MeasureStatus>(values, 'status'),
    decisionState: single<DecisionState>(values, 'decisionState'),
    lead: single(values, 'lead'),
    partners: members(values, 'partner'),
    targetGroups: members<TargetGroup>(values, 'targetGroup'),
    period: period === null ? null : parsePeriod(period),
    resources: single(values, 'resources'),
    budgetAmount: single(values, 'budgetAmount'),
    fundingSource: single(values, 'fundingSource'),
    staffPositions: single(values, 'staffPositions'),
    priority: single<Priority>(values, 'priority'),
    fundingState: single<FundingState>(values, 'fundingState'),
    contact: single(values, 'contact'),
    district: single(values, 'district'),
    fundingUntil: single(values, 'fundingUntil'),
    indicators: members(values, 'indicator'),
    goals: members(values, 'goal'),
  };
}

export function goalFieldsOf(values: FieldValues): GoalFields {
  return { kind: single<GoalKind>(values, 'kind'), indicators: members(values, 'indicator') };
}
