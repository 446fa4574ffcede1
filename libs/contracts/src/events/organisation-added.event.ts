import { z } from 'zod';
import { defineEvent } from '../event.js';

/** The municipality knows a further organisation. */
export const organisationAdded = defineEvent('identity.organisation.added', 1, z.object({ organisationId: z.uuid() }));
