import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A section was taken out of its edition. */
export const sectionRemoved = defineEvent('concept.section.removed', 1, z.object({ sectionId: z.uuid() }));
