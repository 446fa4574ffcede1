import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A gathering does not take place. */
export const gatheringRemoved = defineEvent('planning.gathering.removed', 1, z.object({ gatheringId: z.uuid(), processId: z.uuid() }));
