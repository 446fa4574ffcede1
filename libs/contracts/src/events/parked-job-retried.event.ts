import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Whoever runs the installation had a parked job tried again; which, and what kind of work it is. */
export const parkedJobRetried = defineEvent('identity.parked-job.retried', 1, z.object({ parkedJobId: z.uuid(), jobName: z.string() }));
