import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Somebody takes part in a gathering as a guest. */
export const guestJoined = defineEvent('identity.guest.joined', 1, z.object({ guestId: z.uuid(), gatheringId: z.uuid() }));
