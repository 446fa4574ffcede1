import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An indicator that nobody used was taken away, with everything that was said of it; key and name tell afterwards which one it was. */
export const indicatorRemoved = defineEvent('monitoring.indicator.removed', 1, z.object({ indicatorId: z.uuid(), key: z.string(), name: z.string() }));
