import { z } from 'zod';
import { defineJob } from '../job.js';

/** Makes the file that somebody asked for and stores it. */
export const renderExportJob = defineJob({
  name: 'reporting.render-export',
  queue: 'heavy',
  schema: z.object({ exportId: z.uuid() }),
  attempts: 3,
  backoffMs: 2000,
  timeoutMs: 180_000,
  deduplicationKey: (data) => `render-export-${data.exportId}`,
});

/** Finds exports that were lost between commit and enqueue or with their worker, and removes those that are a week old. */
export const sweepExportsJob = defineJob({
  name: 'reporting.sweep-exports',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 2000,
  timeoutMs: 30_000,
  everyMs: 5_000,
});
