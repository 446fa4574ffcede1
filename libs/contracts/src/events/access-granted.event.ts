import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A grant stands in the table that the access policy reads. */
export const accessGranted = defineEvent('identity.access.granted', 1, z.object({ originKind: z.string(), originId: z.uuid() }));
