import { z } from 'zod';
import { defineEvent } from '../event.js';

/** The signed paper of a resolution came later than the resolution. */
export const resolutionPaperAttached = defineEvent('decision.resolution.paper-attached', 1, z.object({ resolutionId: z.uuid(), editionId: z.uuid() }));
