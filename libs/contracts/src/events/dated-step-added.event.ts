import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A dated step was added to a process. */
export const datedStepAdded = defineEvent('planning.step.added', 1, z.object({ stepId: z.uuid(), processId: z.uuid() }));
