import { z } from 'zod';
import { defineJob } from '../job.js';

/** Tells people by mail that a phase in which they may contribute ends soon; each of them once for each end. */
export const sendDeadlineNoticesJob = defineJob({
  name: 'planning.send-deadline-notices',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 1_000,
  timeoutMs: 60_000,
  everyMs: 60_000,
});
