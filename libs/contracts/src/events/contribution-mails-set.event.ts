import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A person wants mails about her contributions, or none. */
export const contributionMailsSet = defineEvent('participation.mails.set', 1, z.object({ isWanted: z.boolean() }));
