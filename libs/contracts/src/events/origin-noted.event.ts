import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Something in a section's text was taken over from elsewhere, e.g. from a contribution. Kind and id are opaque to concept. */
export const originNoted = defineEvent(
  'concept.origin.noted',
  1,
  z.object({ originKind: z.string(), originId: z.uuid(), sectionId: z.uuid(), kind: z.enum(['passage', 'goal', 'measure']), blockId: z.uuid(), objectId: z.uuid().nullable() }),
);
