import { registerEnumType } from '@nestjs/graphql';
import type { DatePrecision } from '@konzeptwerkstatt/kernel';

/** How exact a partial date is; one enum for every context that shows such dates. */
export const DatePrecisionEnum = {
  DAY: 'day', MONTH: 'month', QUARTER: 'quarter', YEAR: 'year', DECADE: 'decade', RANGE: 'range', RECURRING: 'recurring', UNKNOWN: 'unknown',
} as const satisfies Record<string, DatePrecision>;

registerEnumType(DatePrecisionEnum, { name: 'DatePrecision', description: 'How exactly a date is known; UNKNOWN and RECURRING have no days.' });
