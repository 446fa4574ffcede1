import { z } from 'zod';
import { defineEvent } from '../event.js';

/** The head of an organisation has given answers to an inquiry back, to be worked over. */
export const inquiryAnswerReturned = defineEvent(
  'participation.inquiry-answer.returned',
  1,
  z.object({ recipientId: z.uuid(), submissionId: z.uuid() }),
);
