import { z } from 'zod';
import { defineJob } from '../job.js';

/** Tells the people of the office in charge of an indicator who may record values that its next value is overdue; each of them once for each indicator and period. */
export const notifyOverdueValuesJob = defineJob({
  name: 'monitoring.notify-overdue-values',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 1_000,
  timeoutMs: 60_000,
  everyMs: 3_600_000,
});
