import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An adopted edition no longer changes. `hash`: SHA-256 over its text and rows, hexadecimal. */
export const editionFrozen = defineEvent('concept.edition.frozen', 1, z.object({ editionId: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) }));
