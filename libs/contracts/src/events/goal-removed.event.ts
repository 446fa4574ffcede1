import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A goal is no longer in its section's text. */
export const goalRemoved = defineEvent('concept.goal.removed', 1, z.object({ goalId: z.uuid(), sectionId: z.uuid() }));
