import { z } from 'zod';
import { defineEvent } from '../event.js';

/** The office wants an organisation reminded with its next mail. */
export const inquiryReminderWanted = defineEvent(
  'participation.inquiry-recipient.reminder-wanted',
  1,
  z.object({ recipientId: z.uuid() }),
);
