import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Organisations are asked something. */
export const inquiryAsked = defineEvent(
  'participation.inquiry.asked',
  1,
  z.object({ inquiryId: z.uuid(), editionId: z.uuid(), recipientIds: z.array(z.uuid()) }),
);
