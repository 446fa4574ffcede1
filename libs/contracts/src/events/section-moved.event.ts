import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A section stands at another position (1-based) of its edition. */
export const sectionMoved = defineEvent('concept.section.moved', 1, z.object({ sectionId: z.uuid(), from: z.int(), to: z.int() }));
