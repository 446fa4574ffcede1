import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A link was ended before its last day. */
export const contributionLinkEnded = defineEvent('participation.contribution-link.ended', 1, z.object({ linkId: z.uuid(), editionId: z.uuid() }));
