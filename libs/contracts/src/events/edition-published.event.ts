import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An adopted edition can be read by everybody from now on. */
export const editionPublished = defineEvent('concept.edition.published', 1, z.object({ editionId: z.uuid() }));
