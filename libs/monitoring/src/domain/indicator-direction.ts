/** Which way a value should go; composition shares are neutral and never judged. */
export const INDICATOR_DIRECTIONS = ['up', 'down', 'neutral', 'corridor', 'reduce_gap'] as const;
export type IndicatorDirection = (typeof INDICATOR_DIRECTIONS)[number];
