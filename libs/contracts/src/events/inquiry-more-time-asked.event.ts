import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An organisation asks for more time. */
export const inquiryMoreTimeAsked = defineEvent(
  'participation.inquiry-recipient.more-time-asked',
  1,
  z.object({ recipientId: z.uuid() }),
);
