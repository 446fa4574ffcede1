import { z } from 'zod';
import { defineEvent } from '../event.js';

/** There is a link with which people without an account answer to fields of action. */
export const contributionLinkCreated = defineEvent('participation.contribution-link.created', 1, z.object({ linkId: z.uuid(), editionId: z.uuid() }));
