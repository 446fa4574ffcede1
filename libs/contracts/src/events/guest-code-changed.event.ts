import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Guests come into a gathering with another code from now on; whoever is inside stays. The code is in no event. */
export const guestCodeChanged = defineEvent('identity.guest-code.changed', 1, z.object({ gatheringId: z.uuid() }));
