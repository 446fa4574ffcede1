import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A contribution waits until its organisation releases it. */
export const contributionHeld = defineEvent('participation.contribution.held', 1, z.object({ contributionId: z.uuid(), organisationId: z.uuid() }));
