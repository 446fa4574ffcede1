import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An organisation has handed in its answers to an inquiry. */
export const inquiryAnswerHandedIn = defineEvent(
  'participation.inquiry-answer.handed-in',
  1,
  z.object({ recipientId: z.uuid(), submissionId: z.uuid() }),
);
