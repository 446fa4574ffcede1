import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An organisation is no longer asked for its advice on a contribution. */
export const adviceRequestWithdrawn = defineEvent(
  'participation.advice.request-withdrawn',
  1,
  z.object({ adviceId: z.uuid(), contributionId: z.uuid(), organisationId: z.uuid() }),
);
