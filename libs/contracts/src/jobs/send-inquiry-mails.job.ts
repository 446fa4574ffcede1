import { z } from 'zod';
import { defineJob } from '../job.js';

/** Begins the next rounds of inquiries, and writes the mails about inquiries that are due: asking, reminding, and after the deadline to the deputy and the office. At most one a week goes to each organisation. */
export const sendInquiryMailsJob = defineJob({
  name: 'participation.send-inquiry-mails',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 1_000,
  timeoutMs: 60_000,
  everyMs: 60_000,
});
