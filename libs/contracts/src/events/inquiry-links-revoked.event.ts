import { z } from 'zod';
import { defineEvent } from '../event.js';

/** The links in mails with which an organisation answers do not work any more. */
export const inquiryLinksRevoked = defineEvent(
  'participation.inquiry-recipient.links-revoked',
  1,
  z.object({ recipientId: z.uuid() }),
);
