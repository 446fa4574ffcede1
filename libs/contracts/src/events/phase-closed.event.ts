import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A phase that was open is open no more; what it gave ends. */
export const phaseClosed = defineEvent('planning.phase.closed', 1, z.object({ phaseId: z.uuid(), processId: z.uuid() }));
