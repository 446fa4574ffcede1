import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Whoever made a contribution took it back before it was answered. */
export const contributionWithdrawn = defineEvent('participation.contribution.withdrawn', 1, z.object({ contributionId: z.uuid() }));
