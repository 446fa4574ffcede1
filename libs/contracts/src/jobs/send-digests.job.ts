import { z } from 'zod';
import { defineJob } from '../job.js';

/** Writes the one mail a day to those who want one, from seven in the morning (Europe/Berlin) on, and removes old notifications. */
export const sendDigestsJob = defineJob({
  name: 'notification.send-digests',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 1_000,
  timeoutMs: 60_000,
  everyMs: 300_000,
});
