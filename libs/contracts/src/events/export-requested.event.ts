import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Somebody wants an edition or a part of it as a file. */
export const exportRequested = defineEvent('reporting.export.requested', 1, z.object({ exportId: z.uuid(), form: z.string() }));
