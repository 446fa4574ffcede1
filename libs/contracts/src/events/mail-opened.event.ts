import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An administrator has read the text of a mail to somebody else, with whatever link it holds. */
export const mailOpened = defineEvent('identity.mail.opened', 1, z.object({ mailId: z.uuid() }));
