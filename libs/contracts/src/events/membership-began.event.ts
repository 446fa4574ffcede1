import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A person belongs to an organisation from now on. */
export const membershipBegan = defineEvent('identity.membership.began', 1, z.object({ membershipId: z.uuid(), organisationId: z.uuid(), personId: z.uuid() }));
