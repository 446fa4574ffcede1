import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A contribution can be seen by those who take part: sent off, released by its organisation, or entered by the office. */
export const contributionSubmitted = defineEvent('participation.contribution.submitted', 1, z.object({ contributionId: z.uuid(), editionId: z.uuid() }));
