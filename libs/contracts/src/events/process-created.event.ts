import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A planning process was begun. */
export const processCreated = defineEvent('planning.process.created', 1, z.object({ processId: z.uuid() }));
