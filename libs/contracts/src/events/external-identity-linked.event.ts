import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A person can sign in with a provider from now on. */
export const externalIdentityLinked = defineEvent('identity.external-identity.linked', 1, z.object({ identityId: z.uuid(), providerId: z.uuid(), personId: z.uuid() }));
