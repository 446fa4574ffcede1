import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An inquiry has ended; nobody answers it any more. */
export const inquiryClosed = defineEvent(
  'participation.inquiry.closed',
  1,
  z.object({ inquiryId: z.uuid() }),
);
