import { z } from 'zod';
import { defineEvent } from '../event.js';

/** One organisation has got more time. */
export const inquiryDeadlineMoved = defineEvent(
  'participation.inquiry-recipient.deadline-moved',
  1,
  z.object({ recipientId: z.uuid(), closesAt: z.iso.datetime() }),
);
