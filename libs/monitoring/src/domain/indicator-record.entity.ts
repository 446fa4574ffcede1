import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { BREAKDOWN_DIMENSIONS } from './breakdown.policy.js';
import type { BreakdownDimension } from './breakdown.policy.js';
import type { IndicatorDirection } from './indicator-direction.js';
import { monitoringProblem } from './monitoring.errors.js';
import type { ReportingRhythm } from './reporting-rhythm.policy.js';
import { RATE_UNITS } from './unit.policy.js';

/** What an indicator says something about: circumstances, what was done, what came of it, or how the work goes. */
export const INDICATOR_KINDS = ['context', 'output', 'outcome', 'process'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** How far its figures can hurt: not at all, because they count people, or because they tell of origin, religion, health. */
export const SENSITIVITIES = ['open', 'personal', 'special'] as const;
export type IndicatorSensitivity = (typeof SENSITIVITIES)[number];

/** The smallest region its figures are there for. */
export const SPATIAL_LEVELS = ['quarter', 'municipality', 'county', 'land', 'country'] as const;
export type SpatialLevel = (typeof SPATIAL_LEVELS)[number];

/** What beside name, unit and definition is known of an indicator; everything may be left open. Numbers are decimal texts. */
export interface IndicatorRecordDraft {
  readonly kind?: IndicatorKind | null;
  readonly spatialLevel?: SpatialLevel | null;
  readonly breakdowns?: readonly BreakdownDimension[];
  readonly corridorLow?: string | null;
  readonly corridorHigh?: string | null;
  readonly baselineValue?: string | null;
  readonly baselineYear?: number | null;
  readonly targetValue?: string | null;
  readonly targetYear?: number | null;
  readonly rhythm?: ReportingRhythm | null;
  readonly responsibleOrganisationId?: string | null;
  readonly sensitivity?: IndicatorSensitivity | null;
  readonly licence?: string | null;
  /** Shares outside of 0 to 100 % are possible. */
  readonly mayExceedHundred?: boolean;
  /** Of a share: the indicators whose counts it is made of; both or none. */
  readonly numeratorId?: string | null;
  readonly denominatorId?: string | null;
}

/** The same with everything that was left open filled in. */
export type IndicatorRecord = { readonly [Field in keyof IndicatorRecordDraft]-?: Exclude<IndicatorRecordDraft[Field], undefined> } & { readonly sensitivity: IndicatorSensitivity };

type NumberField = 'corridorLow' | 'corridorHigh' | 'baselineValue' | 'targetValue';
type YearField = 'baselineYear' | 'targetYear';

const number = (text: string | null): number => Number(text ?? NaN);
const problemIf = (wrong: boolean, ...[code, path]: Parameters<typeof monitoringProblem>): UserErrorDetail[] => (wrong ? [monitoringProblem(code, path)] : []);

function numberProblems(record: IndicatorRecord, field: NumberField): UserErrorDetail[] {
  const value = record[field];
  return problemIf(value !== null && !/^-?\d{1,15}(\.\d{1,6})?$/.test(value), 'NUMBER_INVALID', [field]);
}

function yearProblems(record: IndicatorRecord, field: YearField): UserErrorDetail[] {
  const year = record[field];
  return problemIf(year !== null && !(Number.isInteger(year) && year >= 1900 && year <= 2100), 'YEAR_INVALID', [field]);
}

function corridorProblems({ corridorLow, corridorHigh }: IndicatorRecord, direction: IndicatorDirection): UserErrorDetail[] {
  if (direction !== 'corridor') return [];
  if (corridorLow === null || corridorHigh === null) return [monitoringProblem('CORRIDOR_REQUIRED', [corridorLow === null ? 'corridorLow' : 'corridorHigh'])];
  return problemIf(number(corridorLow) >= number(corridorHigh), 'CORRIDOR_REVERSED', ['corridorHigh']);
}

/** A target the wrong way round is a slip of the pen: nobody promises to get worse. */
function isAgainst(direction: IndicatorDirection, baseline: number, target: number): boolean {
  return direction === 'up' ? target < baseline : direction === 'down' || direction === 'reduce_gap' ? target > baseline : false;
}

function pathProblems({ baselineValue, baselineYear, targetValue, targetYear }: IndicatorRecord, direction: IndicatorDirection): UserErrorDetail[] {
  const isComplete = baselineValue !== null && baselineYear !== null && targetValue !== null && targetYear !== null;
  return [
    ...problemIf((baselineValue === null) !== (baselineYear === null), 'BASELINE_INCOMPLETE', [baselineValue === null ? 'baselineValue' : 'baselineYear']),
    ...problemIf((targetValue === null) !== (targetYear === null), 'TARGET_INCOMPLETE', [targetValue === null ? 'targetValue' : 'targetYear']),
    ...problemIf(targetValue !== null && direction === 'neutral', 'TARGET_NEEDS_DIRECTION', ['targetValue']),
    ...problemIf(isComplete && (targetYear ?? 0) <= (baselineYear ?? 0), 'TARGET_BEFORE_BASELINE', ['targetYear']),
    ...problemIf(isComplete && isAgainst(direction, number(baselineValue), number(targetValue)), 'TARGET_AGAINST_DIRECTION', ['targetValue']),
  ];
}

const tidy = (text: string | null | undefined): string | null => (text === null || text === undefined || text.trim() === '' ? null : text.trim());

/** A draft with everything that was left open filled in. Bounds of a corridor go with the corridor. */
export function filledRecord(draft: IndicatorRecordDraft, direction: IndicatorDirection, unit: string): IndicatorRecord {
  const isCorridor = direction === 'corridor';
  return {
    kind: draft.kind ?? null, spatialLevel: draft.spatialLevel ?? null, breakdowns: BREAKDOWN_DIMENSIONS.filter((dimension) => draft.breakdowns?.includes(dimension) === true),
    corridorLow: isCorridor ? tidy(draft.corridorLow) : null, corridorHigh: isCorridor ? tidy(draft.corridorHigh) : null,
    baselineValue: tidy(draft.baselineValue), baselineYear: draft.baselineYear ?? null, targetValue: tidy(draft.targetValue), targetYear: draft.targetYear ?? null,
    rhythm: draft.rhythm ?? null, responsibleOrganisationId: draft.responsibleOrganisationId ?? null, sensitivity: draft.sensitivity ?? (unit === 'persons' ? 'personal' : 'open'),
    licence: tidy(draft.licence), mayExceedHundred: RATE_UNITS.includes(unit) && draft.mayExceedHundred === true,
    numeratorId: unit === 'percent' ? draft.numeratorId ?? null : null, denominatorId: unit === 'percent' ? draft.denominatorId ?? null : null,
  };
}

/** Everything that is wrong with a record; empty when nothing is. */
export function recordProblems(record: IndicatorRecord, direction: IndicatorDirection): UserErrorDetail[] {
  const numbers = (['corridorLow', 'corridorHigh', 'baselineValue', 'targetValue'] as const).flatMap((field) => numberProblems(record, field));
  const years = (['baselineYear', 'targetYear'] as const).flatMap((field) => yearProblems(record, field));
  const counts = problemIf((record.numeratorId === null) !== (record.denominatorId === null), 'SHARE_INCOMPLETE', [record.numeratorId === null ? 'numeratorId' : 'denominatorId']);
  // What is no number cannot be compared.
  if (numbers.length + years.length > 0) return [...counts, ...numbers, ...years];
  return [...counts, ...corridorProblems(record, direction), ...pathProblems(record, direction)];
}
