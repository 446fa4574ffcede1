import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Many cards of a gathering changed at once: its wall was cleared, or came back. */
export const wallChanged = defineEvent('participation.wall.changed', 1, z.object({ gatheringId: z.uuid() }));
