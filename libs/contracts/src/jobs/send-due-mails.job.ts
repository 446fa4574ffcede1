import { z } from 'zod';
import { defineJob } from '../job.js';

/** Hands the mails that are due to the mail server. Repeats, so that a mail whose job was lost and one to be tried again are found. */
export const sendDueMailsJob = defineJob({
  name: 'mail.send-due-mails',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 2_000,
  timeoutMs: 120_000,
  deduplicationKey: () => 'send-due-mails',
  everyMs: 30_000,
});
