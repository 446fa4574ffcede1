import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Minutes or results of a gathering were written down, or who was there. */
export const gatheringRecorded = defineEvent('planning.gathering.recorded', 1, z.object({ gatheringId: z.uuid(), processId: z.uuid() }));
