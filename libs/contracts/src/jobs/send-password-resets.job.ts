import { z } from 'zod';
import { defineJob } from '../job.js';

/** Writes the mails for those who asked for a new password and have an account. Repeats, so that a request whose job was lost is found. */
export const sendPasswordResetsJob = defineJob({
  name: 'identity.send-password-resets',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 2_000,
  timeoutMs: 30_000,
  deduplicationKey: () => 'send-password-resets',
  everyMs: 60_000,
});
