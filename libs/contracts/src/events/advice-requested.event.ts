import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Somebody who answers a contribution asks an organisation for its advice. */
export const adviceRequested = defineEvent(
  'participation.advice.requested',
  1,
  z.object({ adviceId: z.uuid(), contributionId: z.uuid(), organisationId: z.uuid() }),
);
