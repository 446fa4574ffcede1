import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An administrator noted that a mail came back: its address does not work. */
export const mailReturned = defineEvent('identity.mail.returned', 1, z.object({ mailId: z.uuid() }));
