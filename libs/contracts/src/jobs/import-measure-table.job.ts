import { z } from 'zod';
import { defineJob } from '../job.js';

/** Reads a measure table that came back as a spreadsheet, so that its changes can be looked at. */
export const readMeasureTableJob = defineJob({
  name: 'concept.read-measure-table',
  queue: 'heavy',
  schema: z.object({ importId: z.uuid() }),
  attempts: 3,
  backoffMs: 2000,
  timeoutMs: 60_000,
  deduplicationKey: (data) => `read-measure-table-${data.importId}`,
});

/** Takes the changes of a measure table over, one after the other; what is done already is not done again. */
export const applyMeasureTableJob = defineJob({
  name: 'concept.apply-measure-table',
  queue: 'heavy',
  schema: z.object({ importId: z.uuid() }),
  attempts: 5,
  backoffMs: 2000,
  timeoutMs: 600_000,
  deduplicationKey: (data) => `apply-measure-table-${data.importId}`,
});

/** Finds imports that were lost between commit and enqueue or with their worker, and removes those that are a month old. */
export const sweepMeasureTablesJob = defineJob({
  name: 'concept.sweep-measure-tables',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 2000,
  timeoutMs: 30_000,
  everyMs: 5_000,
});
