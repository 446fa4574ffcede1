import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A running inquiry asks organisations of something more, those it asked already or further ones. */
export const inquiryExtended = defineEvent(
  'participation.inquiry.extended',
  1,
  z.object({ inquiryId: z.uuid(), recipientIds: z.array(z.uuid()) }),
);
