import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A section has a new title. */
export const sectionRenamed = defineEvent('concept.section.renamed', 1, z.object({ sectionId: z.uuid() }));
