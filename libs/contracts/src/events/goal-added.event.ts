import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A goal stands in a section's text for the first time, or again. */
export const goalAdded = defineEvent('concept.goal.added', 1, z.object({ goalId: z.uuid(), sectionId: z.uuid() }));
