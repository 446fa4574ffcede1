import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Answers to an inquiry count: released by the organisation, or handed in where it wants no release. */
export const inquiryAnswerReleased = defineEvent(
  'participation.inquiry-answer.released',
  1,
  z.object({ recipientId: z.uuid(), submissionId: z.uuid() }),
);
