import { z } from 'zod';
import { defineEvent } from '../event.js';

/** The record of an indicator was changed: its name, what is counted, its target … */
export const indicatorChanged = defineEvent('monitoring.indicator.changed', 1, z.object({ indicatorId: z.uuid() }));
