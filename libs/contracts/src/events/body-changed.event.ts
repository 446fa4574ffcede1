import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A body of a process was added, changed or removed, or other organisations sit in it. */
export const bodyChanged = defineEvent('planning.body.changed', 1, z.object({ bodyId: z.uuid(), processId: z.uuid() }));
