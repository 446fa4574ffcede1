import type { MeasureFate } from '@konzeptwerkstatt/web-data';

/** How it looks what became of a measure or section from one edition to the next. */
export const fateTones: Readonly<Record<MeasureFate, 'neutral' | 'info' | 'success' | 'warning'>> = { TAKEN_OVER: 'neutral', CHANGED: 'info', NEW: 'success', DROPPED: 'warning' };
