import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A measure stands in a section's text for the first time, or again. */
export const measureAdded = defineEvent('concept.measure.added', 1, z.object({ measureId: z.uuid(), sectionId: z.uuid() }));
