import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Everybody may read an indicator with its values from now on. */
export const indicatorReleased = defineEvent('monitoring.indicator.released', 1, z.object({ indicatorId: z.uuid() }));
