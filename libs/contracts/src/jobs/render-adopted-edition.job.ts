import { z } from 'zod';
import { defineJob } from '../job.js';

/** Makes the PDF of an adopted edition, once and for good. */
export const renderAdoptedEditionJob = defineJob({
  name: 'reporting.render-adopted-edition',
  queue: 'heavy',
  schema: z.object({ editionId: z.uuid() }),
  attempts: 3,
  backoffMs: 2000,
  timeoutMs: 180_000,
  deduplicationKey: (data) => `render-adopted-edition-${data.editionId}`,
});
