import { z } from 'zod';
import { defineEvent } from '../event.js';

/** What a person said of belonging to an organisation was confirmed or declined. */
export const membershipClaimDecided = defineEvent('identity.membership.claim-decided', 1, z.object({ claimId: z.uuid(), isConfirmed: z.boolean() }));
