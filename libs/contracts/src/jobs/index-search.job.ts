import { z } from 'zod';
import { defineJob } from '../job.js';

/** Makes a section with its goals and measures findable as it is now; one that is gone is no longer found. */
export const indexSectionJob = defineJob({
  name: 'search.index-section',
  queue: 'now',
  schema: z.object({ sectionId: z.uuid() }),
  attempts: 5,
  backoffMs: 1000,
  timeoutMs: 30_000,
  deduplicationKey: (data) => `index-section-${data.sectionId}`,
});

/** Finds what is not findable yet, or no longer there: what existed before there was a search, organisations, indicators. */
export const sweepEntriesJob = defineJob({
  name: 'search.sweep-entries',
  queue: 'heavy',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 1000,
  timeoutMs: 60_000,
  everyMs: 15_000,
});

/** Forgets words that no entry has any more, so that what was deleted is gone here too. */
export const pruneWordsJob = defineJob({
  name: 'search.prune-words',
  queue: 'heavy',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 2000,
  timeoutMs: 120_000,
  everyMs: 3_600_000,
});
