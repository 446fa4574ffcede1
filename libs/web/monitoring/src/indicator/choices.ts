import type { BreakdownDimension, IndicatorDirection, IndicatorKind, IndicatorSensitivity, ReferenceDateType, ReportingRhythm, SpatialLevel } from '@konzeptwerkstatt/web-data';

/** What can be chosen in the record of an indicator, in the order of the lists. */
export const DIRECTIONS = ['NEUTRAL', 'UP', 'DOWN', 'CORRIDOR', 'REDUCE_GAP'] as const satisfies readonly IndicatorDirection[];
export const KINDS = ['CONTEXT', 'OUTPUT', 'OUTCOME', 'PROCESS'] as const satisfies readonly IndicatorKind[];
export const RHYTHMS = ['MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'TWO_YEARLY', 'IRREGULAR'] as const satisfies readonly ReportingRhythm[];
export const LEVELS = ['QUARTER', 'MUNICIPALITY', 'COUNTY', 'LAND', 'COUNTRY'] as const satisfies readonly SpatialLevel[];
export const REFERENCE_DATES = ['END_OF_YEAR', 'REFERENCE_DAY', 'CALENDAR_YEAR', 'SCHOOL_YEAR', 'SURVEY_WAVE'] as const satisfies readonly ReferenceDateType[];
export const SENSITIVITIES = ['OPEN', 'PERSONAL', 'SPECIAL'] as const satisfies readonly IndicatorSensitivity[];
export const BREAKDOWNS = ['DISTRICT', 'GROUP', 'MUNICIPALITY_SIZE', 'AGE', 'GENDER', 'NATIONALITY'] as const satisfies readonly BreakdownDimension[];
