import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Somebody signed in. */
export const sessionStarted = defineEvent('identity.session.started', 1, z.object({ sessionId: z.uuid() }));
