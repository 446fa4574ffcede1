import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A municipality decided below which number a group of people is not shown. */
export const suppressionThresholdSet = defineEvent('monitoring.suppression-threshold.set', 1, z.object({ threshold: z.int() }));
