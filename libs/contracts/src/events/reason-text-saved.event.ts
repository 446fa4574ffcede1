import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A text block for reasons was written or changed. */
export const reasonTextSaved = defineEvent(
  'participation.reason.saved',
  1,
  z.object({ reasonTextId: z.uuid() }),
);
