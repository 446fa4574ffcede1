import { z } from 'zod';
import { defineJob } from '../job.js';

/** Reads somebody's own measure list, so that it can be said what its columns are. */
export const readMeasureListJob = defineJob({
  name: 'concept.read-measure-list',
  queue: 'heavy',
  schema: z.object({ importId: z.uuid() }),
  attempts: 3,
  backoffMs: 2000,
  timeoutMs: 60_000,
  deduplicationKey: (data) => `read-measure-list-${data.importId}`,
});

/** Writes the measures of a list, all or none. */
export const applyMeasureListJob = defineJob({
  name: 'concept.apply-measure-list',
  queue: 'heavy',
  schema: z.object({ importId: z.uuid() }),
  attempts: 5,
  backoffMs: 2000,
  timeoutMs: 300_000,
  deduplicationKey: (data) => `apply-measure-list-${data.importId}`,
});

/** Finds lists that were lost between commit and enqueue or with their worker, and removes those that are a month old. */
export const sweepMeasureListsJob = defineJob({
  name: 'concept.sweep-measure-lists',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 2000,
  timeoutMs: 30_000,
  everyMs: 5_000,
});
