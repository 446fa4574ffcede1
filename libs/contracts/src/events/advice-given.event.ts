import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An organisation has given the advice it was asked for, or changed it. */
export const adviceGiven = defineEvent(
  'participation.advice.given',
  1,
  z.object({ adviceId: z.uuid(), contributionId: z.uuid(), revision: z.int() }),
);
