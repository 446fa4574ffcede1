import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A person can no longer sign in with a provider. */
export const externalIdentityUnlinked = defineEvent('identity.external-identity.unlinked', 1, z.object({ identityId: z.uuid(), providerId: z.uuid(), personId: z.uuid() }));
