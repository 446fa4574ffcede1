import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A person belongs to an organisation no longer. */
export const membershipEnded = defineEvent('identity.membership.ended', 1, z.object({ membershipId: z.uuid(), organisationId: z.uuid(), personId: z.uuid() }));
