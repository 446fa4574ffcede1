import { z } from 'zod';
import { defineJob } from '../job.js';

/** Reads a Word document that is to become sections, so that the proposal can be looked at. */
export const readWordDocumentJob = defineJob({
  name: 'concept.read-word-document',
  queue: 'heavy',
  schema: z.object({ importId: z.uuid() }),
  attempts: 3,
  backoffMs: 2000,
  timeoutMs: 60_000,
  deduplicationKey: (data) => `read-word-document-${data.importId}`,
});

/** Writes the chosen sections of a Word document into its edition, all or none. */
export const applyWordImportJob = defineJob({
  name: 'concept.apply-word-import',
  queue: 'heavy',
  schema: z.object({ importId: z.uuid() }),
  attempts: 5,
  backoffMs: 2000,
  timeoutMs: 600_000,
  deduplicationKey: (data) => `apply-word-import-${data.importId}`,
});

/** Finds imports of Word documents that were lost between commit and enqueue or with their worker, and removes those that are a month old. */
export const sweepWordImportsJob = defineJob({
  name: 'concept.sweep-word-imports',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 2000,
  timeoutMs: 30_000,
  everyMs: 5_000,
});
