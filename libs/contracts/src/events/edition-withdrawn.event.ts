import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A published edition can no longer be read by everybody. */
export const editionWithdrawn = defineEvent('concept.edition.withdrawn', 1, z.object({ editionId: z.uuid() }));
