import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A person says that she belongs to an organisation; nobody has confirmed it. */
export const membershipClaimed = defineEvent('identity.membership.claimed', 1, z.object({ claimId: z.uuid(), organisationId: z.uuid() }));
