import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A phase was added to a process, or got other times, words or rules. */
export const phasePlanned = defineEvent('planning.phase.planned', 1, z.object({ phaseId: z.uuid(), processId: z.uuid() }));
