import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A person does not run a gathering any more. */
export const moderatorWithdrawn = defineEvent('planning.moderator.withdrawn', 1, z.object({ moderatorId: z.uuid(), gatheringId: z.uuid(), processId: z.uuid(), personId: z.uuid() }));
