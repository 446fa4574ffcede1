import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A person wants mails before phases end, or wants none any more. */
export const deadlineNoticesSet = defineEvent('planning.notices.set', 1, z.object({ wanted: z.boolean() }));
