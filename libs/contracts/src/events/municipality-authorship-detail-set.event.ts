import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An administrator switched on or off that persons and numbers of characters show beside the organisations that wrote a text. */
export const municipalityAuthorshipDetailSet = defineEvent('identity.municipality.authorship-detail-set', 1, z.object({ municipalityId: z.uuid(), shown: z.boolean() }));
