import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Grants of an origin have ended. */
export const accessWithdrawn = defineEvent('identity.access.withdrawn', 1, z.object({ originKind: z.string(), originId: z.uuid() }));
