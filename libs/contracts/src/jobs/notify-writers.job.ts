import { z } from 'zod';
import { defineJob } from '../job.js';

/** Tells people that a phase in which they may write or say something has begun or ends soon; each of them once for each beginning and end. */
export const notifyWritersJob = defineJob({
  name: 'planning.notify-writers',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 1_000,
  timeoutMs: 60_000,
  everyMs: 60_000,
});
