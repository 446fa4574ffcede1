import { z } from 'zod';
import { defineJob } from '../job.js';

/** Which import of which kind. */
const fileImport = z.object({ kind: z.string(), importId: z.uuid() });
export type FileImportJobData = z.infer<typeof fileImport>;

/** Reads a file that somebody brought, so that what it would do can be looked at. */
export const readFileImportJob = defineJob({
  name: 'files.read-import',
  queue: 'heavy',
  schema: fileImport,
  attempts: 3,
  backoffMs: 2000,
  timeoutMs: 60_000,
  deduplicationKey: ({ importId }) => `read-import-${importId}`,
});

/** Takes over what was decided of an import; what is done already is not done again. */
export const applyFileImportJob = defineJob({
  name: 'files.apply-import',
  queue: 'heavy',
  schema: fileImport,
  attempts: 5,
  backoffMs: 2000,
  timeoutMs: 600_000,
  deduplicationKey: ({ importId }) => `apply-import-${importId}`,
});

/** Finds imports that were lost between commit and enqueue or with their worker, and removes those that are a month old. */
export const sweepFileImportsJob = defineJob({
  name: 'files.sweep-imports',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 2000,
  timeoutMs: 30_000,
  everyMs: 5_000,
});
