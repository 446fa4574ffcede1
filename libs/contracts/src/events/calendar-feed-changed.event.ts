import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Somebody has got an address for the calendar of a process, or has taken it back. */
export const calendarFeedChanged = defineEvent('planning.calendar.changed', 1, z.object({ processId: z.uuid() }));
