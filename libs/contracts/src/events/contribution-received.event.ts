import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Somebody without an account has sent a contribution with a link; whether others see it already is told by `participation.contribution.submitted`. */
export const contributionReceived = defineEvent('participation.contribution.received', 1, z.object({ contributionId: z.uuid(), editionId: z.uuid(), linkId: z.uuid() }));
