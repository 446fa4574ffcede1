import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A chapter or field of action was added to an edition. */
export const sectionAdded = defineEvent('concept.section.added', 1, z.object({ sectionId: z.uuid(), kind: z.enum(['chapter', 'field_of_action']), position: z.int() }));
