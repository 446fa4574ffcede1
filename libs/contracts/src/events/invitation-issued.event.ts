import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Somebody was invited to an organisation. */
export const invitationIssued = defineEvent('identity.invitation.issued', 1, z.object({ invitationId: z.uuid(), organisationId: z.uuid() }));
