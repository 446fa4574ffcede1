import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Somebody wrote a reply below a contribution. */
export const contributionReplied = defineEvent('participation.contribution.replied', 1, z.object({ contributionId: z.uuid(), replyId: z.uuid() }));
