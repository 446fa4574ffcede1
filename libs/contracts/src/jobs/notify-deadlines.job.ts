import { z } from 'zod';
import { defineJob } from '../job.js';

/** Tells people that the time in which they are to answer contributions, to give advice or to object to a proposed answer ends soon; each of them once for each contribution and deadline. */
export const notifyDeadlinesJob = defineJob({
  name: 'participation.notify-deadlines',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 1_000,
  timeoutMs: 60_000,
  everyMs: 300_000,
});
