import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An organisation wants its contributions released before others see them, or no longer wants it. */
export const releaseRequired = defineEvent('participation.release.required', 1, z.object({ organisationId: z.uuid(), isRequired: z.boolean() }));
