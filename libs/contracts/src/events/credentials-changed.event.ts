import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A person's password or mail address is another one from now on. */
export const credentialsChanged = defineEvent('identity.credentials.changed', 1, z.object({ personId: z.uuid(), what: z.enum(['password', 'email']) }));
