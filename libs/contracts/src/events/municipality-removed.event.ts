import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An example municipality is gone; every context removes what it has of it. */
export const municipalityRemoved = defineEvent('identity.municipality.removed', 1, z.object({ municipalityId: z.uuid() }));
