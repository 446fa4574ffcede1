import { z } from 'zod';
import { defineJob } from '../job.js';

/** Deletes personal data whose time has come (see docs/privacy/deletion-plan.md), and notes how much of each kind. */
export const applyRetentionJob = defineJob({
  name: 'identity.apply-retention',
  queue: 'heavy',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 2_000,
  timeoutMs: 120_000,
  everyMs: 6 * 3_600_000,
});
