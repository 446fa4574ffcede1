import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An invitation does not count any more. */
export const invitationWithdrawn = defineEvent('identity.invitation.withdrawn', 1, z.object({ invitationId: z.uuid() }));
