import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Those who made contributions are asked whether they object to the answer, as it stands in this revision. */
export const responseProposed = defineEvent('participation.response.proposed', 1, z.object({ subjectId: z.uuid(), revision: z.number().int(), contributionIds: z.array(z.uuid()) }));
