import { z } from 'zod';
import { defineJob } from '../job.js';

/** Deletes stored files that nothing has kept for a day. */
export const removeLooseFilesJob = defineJob({
  name: 'files.remove-loose-files',
  queue: 'heavy',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 2000,
  timeoutMs: 60_000,
  everyMs: 3_600_000,
});
