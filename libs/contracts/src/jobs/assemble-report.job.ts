import { z } from 'zod';
import { defineJob } from '../job.js';

/** Assembles the report that somebody asked for. The sweep of exports finds those that were lost. */
export const assembleReportJob = defineJob({
  name: 'reporting.assemble-report',
  queue: 'heavy',
  schema: z.object({ assemblyId: z.uuid() }),
  attempts: 3,
  backoffMs: 2000,
  timeoutMs: 180_000,
  deduplicationKey: (data) => `assemble-report-${data.assemblyId}`,
});
