import { z } from 'zod';
import { defineJob } from '../job.js';

/** Folds the projected rows of a document's log into its snapshot and deletes exactly those rows. */
export const compactDocumentJob = defineJob({
  name: 'collaboration.compact-document',
  queue: 'heavy',
  schema: z.object({ documentId: z.uuid() }),
  attempts: 5,
  backoffMs: 2000,
  timeoutMs: 60_000,
  deduplicationKey: (data) => `compact-document-${data.documentId}`,
});

/** Finds documents whose log has grown long or has been idle, and enqueues their compaction. */
export const sweepCompactionsJob = defineJob({
  name: 'collaboration.sweep-compactions',
  queue: 'heavy',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 2000,
  timeoutMs: 30_000,
  everyMs: 30_000,
});
