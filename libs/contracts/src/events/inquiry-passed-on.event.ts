import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Somebody has passed an inquiry on to a colleague. */
export const inquiryPassedOn = defineEvent(
  'participation.inquiry-recipient.passed-on',
  1,
  z.object({ recipientId: z.uuid() }),
);
