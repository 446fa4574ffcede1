import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An indicator was defined. */
export const indicatorAdded = defineEvent('monitoring.indicator.added', 1, z.object({ indicatorId: z.uuid() }));
