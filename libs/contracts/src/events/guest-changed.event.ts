import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A guest was blocked or let in again, or the organisation she counts for was confirmed or taken back. */
export const guestChanged = defineEvent('identity.guest.changed', 1, z.object({ guestId: z.uuid(), gatheringId: z.uuid(), isBlocked: z.boolean(), organisationId: z.uuid().nullable() }));
