import { z } from 'zod';
import { defineEvent } from '../event.js';

/** It is known which passage, goal or measure a contribution has led to. */
export const outcomeLinked = defineEvent(
  'participation.outcome.linked',
  1,
  z.object({ subjectId: z.uuid(), kind: z.enum(['passage', 'goal', 'measure']), objectId: z.uuid().nullable() }),
);
