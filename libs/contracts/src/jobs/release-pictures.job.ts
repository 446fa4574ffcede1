import { z } from 'zod';
import { defineJob } from '../job.js';

/** Lets go of stored pictures that no text has shown for three months and no version shows. */
export const releasePicturesJob = defineJob({
  name: 'concept.release-pictures',
  queue: 'heavy',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 2000,
  timeoutMs: 60_000,
  everyMs: 21_600_000,
});
