import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An office is to answer a contribution, or no longer is. */
export const contributionAssigned = defineEvent(
  'participation.contribution.assigned',
  1,
  z.object({ contributionId: z.uuid(), organisationId: z.uuid().nullable() }),
);
