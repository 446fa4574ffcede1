import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An indicator is no longer for everybody. */
export const indicatorWithdrawn = defineEvent('monitoring.indicator.withdrawn', 1, z.object({ indicatorId: z.uuid() }));
