import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An inquiry is asked again every so many months from now on, or not any more (null). */
export const inquiryRepeatChanged = defineEvent(
  'participation.inquiry.repeat-changed',
  1,
  z.object({ inquiryId: z.uuid(), months: z.union([z.literal(12), z.literal(24)]).nullable() }),
);
