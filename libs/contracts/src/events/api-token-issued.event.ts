import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A token for scripts was issued. */
export const apiTokenIssued = defineEvent('identity.token.issued', 1, z.object({ tokenId: z.uuid() }));
