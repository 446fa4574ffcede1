import { z } from 'zod';
import { defineEvent } from '../event.js';

/** In a process answers are proposed before they are published, for so many days; null: no longer. */
export const consentRequired = defineEvent('participation.consent.required', 1, z.object({ processId: z.uuid(), days: z.number().int().nullable() }));
