import { registerEnumType } from '@nestjs/graphql';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import type { BreakdownDimension } from '../domain/breakdown.policy.js';
import type { ReferenceDateType } from '../domain/definition.entity.js';
import type { IndicatorDirection } from '../domain/indicator-direction.js';
import type { IndicatorKind, IndicatorSensitivity, SpatialLevel } from '../domain/indicator-record.entity.js';
import type { ObservationStatus } from '../domain/observation.entity.js';
import type { NamedPlace } from '../domain/removal.policy.js';
import type { ReportingRhythm } from '../domain/reporting-rhythm.policy.js';
import type { Judgement } from '../domain/trend.policy.js';

/** Which way a value should go. */
export const IndicatorDirectionEnum = {
  UP: 'up', DOWN: 'down', NEUTRAL: 'neutral', CORRIDOR: 'corridor', REDUCE_GAP: 'reduce_gap',
} as const satisfies Record<string, IndicatorDirection>;

registerEnumType(IndicatorDirectionEnum, {
  name: 'IndicatorDirection',
  description: 'Which way a value should go.',
  valuesMap: {
    UP: { description: 'Higher is better.' },
    DOWN: { description: 'Lower is better.' },
    NEUTRAL: { description: 'A circumstance that is never judged.' },
    CORRIDOR: { description: 'Between two bounds.' },
    REDUCE_GAP: { description: 'The difference between two groups should shrink.' },
  },
});

/** In which language the words of a file are. */
export const IndicatorFileLanguageEnum = { DE: 'de', EN: 'en', AR: 'ar' } as const satisfies Record<string, DocumentLanguage>;

registerEnumType(IndicatorFileLanguageEnum, { name: 'IndicatorFileLanguage', description: 'In which language the words of a file are; numbers are written as German spreadsheets take them.' });

/** How settled a value is. */
export const ObservationStatusEnum = {
  FINAL: 'final', PROVISIONAL: 'provisional', REVISED: 'revised', ESTIMATED: 'estimated',
} as const satisfies Record<string, ObservationStatus>;

registerEnumType(ObservationStatusEnum, { name: 'ObservationStatus', description: 'How settled a value is.' });

/** What an indicator says something about. */
export const IndicatorKindEnum = { CONTEXT: 'context', OUTPUT: 'output', OUTCOME: 'outcome', PROCESS: 'process' } as const satisfies Record<string, IndicatorKind>;

registerEnumType(IndicatorKindEnum, {
  name: 'IndicatorKind', description: 'What it says something about: circumstances, what was done, what came of it, or how the work goes.',
});

/** How far figures can hurt. */
export const IndicatorSensitivityEnum = { OPEN: 'open', PERSONAL: 'personal', SPECIAL: 'special' } as const satisfies Record<string, IndicatorSensitivity>;

registerEnumType(IndicatorSensitivityEnum, {
  name: 'IndicatorSensitivity', description: 'How far its figures can hurt.',
  valuesMap: { OPEN: { description: 'Nobody can be recognised.' }, PERSONAL: { description: 'Counts people: small numbers are withheld.' }, SPECIAL: { description: 'Tells of origin, religion, health: small numbers are withheld.' } },
});

/** How often a new value is to come. */
export const ReportingRhythmEnum = {
  MONTHLY: 'monthly', QUARTERLY: 'quarterly', HALF_YEARLY: 'half_yearly', YEARLY: 'yearly', TWO_YEARLY: 'two_yearly', IRREGULAR: 'irregular',
} as const satisfies Record<string, ReportingRhythm>;

registerEnumType(ReportingRhythmEnum, { name: 'ReportingRhythm', description: 'How often a new value is to come.' });

/** What day or time a value is counted for. */
export const ReferenceDateTypeEnum = {
  END_OF_YEAR: 'end_of_year', REFERENCE_DAY: 'reference_day', CALENDAR_YEAR: 'calendar_year', SCHOOL_YEAR: 'school_year', SURVEY_WAVE: 'survey_wave',
} as const satisfies Record<string, ReferenceDateType>;

registerEnumType(ReferenceDateTypeEnum, { name: 'ReferenceDateType', description: 'What day or time a value is counted for.' });

/** The smallest region with figures. */
export const SpatialLevelEnum = { QUARTER: 'quarter', MUNICIPALITY: 'municipality', COUNTY: 'county', LAND: 'land', COUNTRY: 'country' } as const satisfies Record<string, SpatialLevel>;

registerEnumType(SpatialLevelEnum, { name: 'SpatialLevel', description: 'The smallest region its figures are there for.' });

/** What values can be broken down by. */
export const BreakdownDimensionEnum = {
  DISTRICT: 'district', GROUP: 'group', MUNICIPALITY_SIZE: 'municipality_size', AGE: 'age', GENDER: 'gender', NATIONALITY: 'nationality',
} as const satisfies Record<string, BreakdownDimension>;

registerEnumType(BreakdownDimensionEnum, { name: 'BreakdownDimension', description: 'What values can be broken down by.' });

/** How the latest value stands. */
export const JudgementEnum = {
  REACHED: 'reached', ON_PATH: 'on_path', BEHIND: 'behind', AWAY: 'away', WITHIN: 'within', BELOW: 'below', ABOVE: 'above', IMPROVING: 'improving', WORSENING: 'worsening', STEADY: 'steady',
} as const satisfies Record<string, Judgement>;

registerEnumType(JudgementEnum, {
  name: 'Judgement', description: 'How the latest value stands.',
  valuesMap: {
    REACHED: { description: 'At the target or past it.' }, ON_PATH: { description: 'Where the line from baseline to target is, or further.' }, BEHIND: { description: 'Between baseline and line.' },
    AWAY: { description: 'On the wrong side of the baseline.' }, WITHIN: { description: 'Within the corridor.' }, BELOW: { description: 'Below the corridor.' }, ABOVE: { description: 'Above the corridor.' },
    IMPROVING: { description: 'Better than the value before; there is no target.' }, WORSENING: { description: 'Worse than the value before; there is no target.' }, STEADY: { description: 'The same as the value before; there is no target.' },
  },
});

/** What names an indicator in a text. */
export const IndicatorPlaceKindEnum = { GOAL: 'goal', MEASURE: 'measure', TEXT: 'text' } as const satisfies Record<string, NamedPlace['kind']>;

registerEnumType(IndicatorPlaceKindEnum, {
  name: 'IndicatorPlaceKind', description: 'What names an indicator in a text.',
  valuesMap: { GOAL: { description: 'A goal that is observed by it.' }, MEASURE: { description: 'A measure that is observed by it.' }, TEXT: { description: 'A block that shows it.' } },
});
