import type {
  AddIndicatorInput, BreakdownDimension, IndicatorDirection, IndicatorHeadFragment, IndicatorKind, IndicatorRecordFragment, IndicatorSensitivity, ReferenceDateType, ReportingRhythm, SpatialLevel,
} from '@konzeptwerkstatt/web-data';
import { readTypedValue } from '../observation/observation-text.js';

/** Units to choose from; `other` is described in words. */
export const UNITS = ['percent', 'persons', 'count', 'percentage_points', 'other'] as const;
export type UnitChoice = (typeof UNITS)[number];

/** An indicator as it is typed. */
export interface IndicatorDraft {
  readonly name: string;
  readonly unit: UnitChoice;
  readonly unitLabel: string;
  readonly decimals: string;
  readonly source: string;
  readonly definition: string;
  readonly direction: IndicatorDirection;
  readonly corridorLow: string;
  readonly corridorHigh: string;
  readonly baselineValue: string;
  readonly baselineYear: string;
  readonly targetValue: string;
  readonly targetYear: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly populationConcept: string;
  readonly tableId: string;
  readonly methodNote: string;
  readonly referenceDateType: ReferenceDateType | null;
  readonly spatialLevel: SpatialLevel | null;
  readonly breakdowns: readonly BreakdownDimension[];
  readonly rhythm: ReportingRhythm | null;
  readonly responsibleOrganisationId: string | null;
  readonly kind: IndicatorKind | null;
  readonly sensitivity: IndicatorSensitivity | null;
  readonly licence: string;
  readonly mayExceedHundred: boolean;
  /** Ids of the API. */
  readonly numeratorId: string | null;
  readonly denominatorId: string | null;
}

/** What every part of the form needs. */
export interface FormPart {
  readonly draft: IndicatorDraft;
  readonly change: (change: Partial<IndicatorDraft>) => void;
  readonly problem: (field: string) => string | null;
}

/** An indicator that stands already. */
export type StandingIndicator = IndicatorHeadFragment & IndicatorRecordFragment;

const empty: IndicatorDraft = {
  name: '', unit: 'percent', unitLabel: '', decimals: '1', source: '', definition: '', direction: 'NEUTRAL', corridorLow: '', corridorHigh: '', baselineValue: '', baselineYear: '', targetValue: '', targetYear: '',
  numerator: '', denominator: '', populationConcept: '', tableId: '', methodNote: '', referenceDateType: null, spatialLevel: null, breakdowns: [], rhythm: null, responsibleOrganisationId: null, kind: null,
  sensitivity: null, licence: '', mayExceedHundred: false, numeratorId: null, denominatorId: null,
};

const isKnownUnit = (unit: string): unit is UnitChoice => UNITS.some((known) => known === unit && known !== 'other');

/** Writes a number as it can be typed again: in German form, with so many decimals. */
type Typed = (value: string, decimals: number) => string;

/** What the form begins with: empty, or what stands. */
export function draftOf(indicator: StandingIndicator | null, typed: Typed): IndicatorDraft {
  if (indicator === null) return empty;
  const { definition, decimals } = indicator;
  const number = (value: string | null) => (value === null ? '' : typed(value, Math.max(decimals, /\.(\d*?)0*$/.exec(value)?.[1]?.length ?? 0)));
  return {
    name: indicator.name, unit: isKnownUnit(indicator.unit) ? indicator.unit : 'other', unitLabel: indicator.unitLabel, decimals: String(decimals), source: definition.source ?? '', definition: definition.text,
    direction: indicator.direction, corridorLow: number(indicator.corridorLow), corridorHigh: number(indicator.corridorHigh), baselineValue: number(indicator.baselineValue), baselineYear: String(indicator.baselineYear ?? ''),
    targetValue: number(indicator.targetValue), targetYear: String(indicator.targetYear ?? ''), numerator: definition.numerator ?? '', denominator: definition.denominator ?? '',
    populationConcept: definition.populationConcept ?? '', tableId: definition.tableId ?? '', methodNote: definition.methodNote ?? '', referenceDateType: definition.referenceDateType, spatialLevel: indicator.spatialLevel,
    breakdowns: indicator.breakdowns, rhythm: indicator.rhythm, responsibleOrganisationId: indicator.responsibleOrganisation?.id ?? null, kind: indicator.kind, sensitivity: indicator.sensitivity, licence: indicator.licence ?? '',
    mayExceedHundred: indicator.mayExceedHundred, numeratorId: indicator.numeratorIndicator?.id ?? null, denominatorId: indicator.denominatorIndicator?.id ?? null,
  };
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const numberOrNull = (text: string): string | null => (text.trim() === '' ? null : readTypedValue(text));
/** What is no year goes to the server as one that cannot be, so that it says so beside the field. */
const yearOrNull = (text: string): number | null => (text.trim() === '' ? null : /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0);

/** What is sent. A unit of one's own has the standing key, or `other`. @param labels of the known units */
export function inputOf(draft: IndicatorDraft, labels: Readonly<Record<Exclude<UnitChoice, 'other'>, string>>, standing: StandingIndicator | null): Omit<AddIndicatorInput, 'idempotencyKey' | 'key'> {
  const { unit, direction } = draft;
  const own = standing !== null && !isKnownUnit(standing.unit) ? standing.unit : 'other';
  const hasTarget = direction !== 'NEUTRAL';
  return {
    name: draft.name, unit: unit === 'other' ? own : unit, unitLabel: unit === 'other' ? draft.unitLabel : standing?.unit === unit ? standing.unitLabel : labels[unit], decimals: Number(draft.decimals), direction,
    definition: textOrNull(draft.definition), source: textOrNull(draft.source), numerator: textOrNull(draft.numerator), denominator: textOrNull(draft.denominator), populationConcept: textOrNull(draft.populationConcept),
    tableId: textOrNull(draft.tableId), methodNote: textOrNull(draft.methodNote), referenceDateType: draft.referenceDateType, kind: draft.kind, spatialLevel: draft.spatialLevel, breakdowns: [...draft.breakdowns],
    corridorLow: direction === 'CORRIDOR' ? numberOrNull(draft.corridorLow) : null, corridorHigh: direction === 'CORRIDOR' ? numberOrNull(draft.corridorHigh) : null,
    baselineValue: numberOrNull(draft.baselineValue), baselineYear: yearOrNull(draft.baselineYear), targetValue: hasTarget ? numberOrNull(draft.targetValue) : null, targetYear: hasTarget ? yearOrNull(draft.targetYear) : null,
    rhythm: draft.rhythm, responsibleOrganisationId: draft.responsibleOrganisationId, sensitivity: draft.sensitivity, licence: textOrNull(draft.licence), mayExceedHundred: unit === 'percent' && draft.mayExceedHundred,
    numeratorId: unit === 'percent' ? draft.numeratorId : null, denominatorId: unit === 'percent' ? draft.denominatorId : null,
  };
}
