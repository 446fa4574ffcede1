import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A value of an indicator stands no longer, and no other in its place: the import it came with was taken back. */
export const observationWithdrawn = defineEvent('monitoring.observation.withdrawn', 1, z.object({ observationId: z.uuid(), indicatorId: z.uuid() }));
