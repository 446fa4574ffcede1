import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A session was ended by its person. */
export const sessionEnded = defineEvent('identity.session.ended', 1, z.object({ sessionId: z.uuid() }));
