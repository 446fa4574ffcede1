import { registerEnumType } from '@nestjs/graphql';
import type { IndicatorDirection } from '../domain/indicator.entity.js';
import type { ObservationStatus } from '../domain/observation.entity.js';

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

/** How settled a value is. */
export const ObservationStatusEnum = {
  FINAL: 'final', PROVISIONAL: 'provisional', REVISED: 'revised', ESTIMATED: 'estimated',
} as const satisfies Record<string, ObservationStatus>;

registerEnumType(ObservationStatusEnum, { name: 'ObservationStatus', description: 'How settled a value is.' });
