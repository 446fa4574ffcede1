import { z } from 'zod';
import { defineEvent } from '../event.js';

/** The entry of an organisation was changed: name, kind, mailbox, language or contacts. */
export const organisationChanged = defineEvent('identity.organisation.changed', 1, z.object({ organisationId: z.uuid() }));
