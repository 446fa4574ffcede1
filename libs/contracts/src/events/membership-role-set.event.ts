import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A member of an organisation administers it from now on, or no longer. */
export const membershipRoleSet = defineEvent('identity.membership.role-set', 1, z.object({ membershipId: z.uuid(), organisationId: z.uuid(), role: z.enum(['member', 'administrator']) }));
