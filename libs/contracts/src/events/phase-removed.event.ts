import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A phase is no longer planned. */
export const phaseRemoved = defineEvent('planning.phase.removed', 1, z.object({ phaseId: z.uuid(), processId: z.uuid() }));
