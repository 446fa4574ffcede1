import { z } from 'zod';
import { defineJob } from '../job.js';

/** Brings the rows of a document (goals, measures, parties, links) up to date with its text. */
export const projectDocumentJob = defineJob({
  name: 'concept.project-document',
  queue: 'now',
  schema: z.object({ documentId: z.uuid() }),
  attempts: 5,
  backoffMs: 1000,
  timeoutMs: 30_000,
  deduplicationKey: (data) => `project-document-${data.documentId}`,
});

/** Finds documents whose projection was lost between commit and enqueue. */
export const sweepProjectionsJob = defineJob({
  name: 'concept.sweep-projections',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 1000,
  timeoutMs: 30_000,
  everyMs: 10_000,
});

/** Turns text changes that have been quiet for ten seconds (or have waited for sixty) into events. */
export const publishTextChangesJob = defineJob({
  name: 'concept.publish-text-changes',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 1000,
  timeoutMs: 30_000,
  everyMs: 5_000,
});
