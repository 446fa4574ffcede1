import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A person took along the data that is kept of her. */
export const personalDataExported = defineEvent('identity.personal-data.exported', 1, z.object({ personId: z.uuid() }));
