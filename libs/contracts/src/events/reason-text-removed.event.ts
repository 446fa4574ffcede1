import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A text block for reasons was taken out. */
export const reasonTextRemoved = defineEvent(
  'participation.reason.removed',
  1,
  z.object({ reasonTextId: z.uuid() }),
);
