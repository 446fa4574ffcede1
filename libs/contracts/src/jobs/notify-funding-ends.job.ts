import { z } from 'zod';
import { defineJob } from '../job.js';

/** Tells the people of organisations in charge, as far as those have said yes and they may read it, that the funding of their measures ends soon; each of them once for each measure, through its editions, and day. */
export const notifyFundingEndsJob = defineJob({
  name: 'planning.notify-funding-ends',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 1_000,
  timeoutMs: 60_000,
  everyMs: 3_600_000,
});
