import { z } from 'zod';
import { defineEvent } from '../event.js';

/** What a body resolved on an edition was recorded. `adopts`: from now on the edition counts as adopted, and its text is to be frozen. */
export const resolutionRecorded = defineEvent('decision.resolution.recorded', 1, z.object({
  resolutionId: z.uuid(), editionId: z.uuid(), result: z.enum(['unchanged', 'amended', 'postponed', 'noted', 'rejected']), adopts: z.boolean(),
}));
