import { z } from 'zod';
import { defineJob } from '../job.js';

/** Opens or closes a phase when its time has come by the database's clock; one that comes too early, or for a time that was moved, does nothing. */
export const advancePhaseJob = defineJob({
  name: 'planning.advance-phase',
  queue: 'now',
  schema: z.object({ phaseId: z.uuid(), at: z.iso.datetime() }),
  attempts: 5,
  backoffMs: 1_000,
  timeoutMs: 30_000,
  // A time that was moved is another job.
  deduplicationKey: ({ phaseId, at }) => `advance-phase-${phaseId}-${Date.parse(at)}`,
});

/** Finds phases whose time has come while nobody was there to see: after a restart, a queue that was emptied, a clock that jumped. */
export const sweepPhasesJob = defineJob({
  name: 'planning.sweep-phases',
  queue: 'now',
  schema: z.object({}),
  attempts: 1,
  backoffMs: 1_000,
  timeoutMs: 30_000,
  everyMs: 5_000,
});
