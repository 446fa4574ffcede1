import { z } from 'zod';
import { defineJob } from '../job.js';

/** Deletes answers of mutations after seven days, and inbox rows after thirty. */
export const pruneExpiredJob = defineJob({
  name: 'outbox.prune-expired',
  queue: 'heavy',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 2000,
  timeoutMs: 60_000,
  everyMs: 3_600_000,
});
