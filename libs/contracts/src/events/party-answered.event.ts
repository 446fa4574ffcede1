import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An organisation has said whether it leads a measure or takes part in it; why not, and which reservation, is not told. */
export const partyAnswered = defineEvent(
  'participation.party.answered',
  1,
  z.object({ measureId: z.uuid(), organisationId: z.uuid(), role: z.enum(['lead', 'partner', 'none']), isReserved: z.boolean(), answeredAt: z.iso.datetime() }),
);
