import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A value of an indicator, or the reason why there is none, was recorded; `supersedes` names what it corrects. */
export const observationRecorded = defineEvent('monitoring.observation.recorded', 1, z.object({ observationId: z.uuid(), indicatorId: z.uuid(), supersedes: z.uuid().nullable() }));
