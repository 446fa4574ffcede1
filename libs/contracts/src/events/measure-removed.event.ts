import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A measure is no longer in its section's text. */
export const measureRemoved = defineEvent('concept.measure.removed', 1, z.object({ measureId: z.uuid(), sectionId: z.uuid() }));
