import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A structured field of a goal changed. `from` and `to` are keys or ids, never free text. */
export const goalChanged = defineEvent(
  'concept.goal.changed',
  1,
  z.object({ goalId: z.uuid(), sectionId: z.uuid(), field: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
);
