import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A token for scripts was revoked. */
export const apiTokenRevoked = defineEvent('identity.token.revoked', 1, z.object({ tokenId: z.uuid() }));
